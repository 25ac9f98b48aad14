// QuickJS itself: WebAssembly, which has nothing of the host but the memory that it is given.
import releaseSync from '@jitl/quickjs-wasmfile-release-sync';
import { newQuickJSWASMModuleFromVariant, type QuickJSWASMModule } from 'quickjs-emscripten-core';

let booted: Promise<QuickJSWASMModule> | null = null;

/** One QuickJS for all programs, each with runtimes of its own: it gets faster with every round that it runs. */
export function bootQuickJs(): Promise<QuickJSWASMModule> {
  booted ??= newQuickJSWASMModuleFromVariant(releaseSync);
  return booted;
}

/** A program was ended in its midst, and gives back nothing that it holds: the next one gets another QuickJS. */
export function leaveQuickJs(): void {
  booted = null;
}
