// QuickJS itself: WebAssembly, which has nothing of the host but the memory that it is given.
import releaseSync from '@jitl/quickjs-wasmfile-release-sync';
import { newQuickJSWASMModuleFromVariant, type QuickJSWASMModule } from 'quickjs-emscripten-core';

/** A QuickJS of its own for each program: what one of them does to its memory is no matter to the next. */
export const bootQuickJs = (): Promise<QuickJSWASMModule> => newQuickJSWASMModuleFromVariant(releaseSync);
