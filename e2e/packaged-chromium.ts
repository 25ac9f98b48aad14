// A Chromium that comes inside an npm package, for the machines that reach nothing but the npm registry and may have
// neither its libraries nor a font. It was made for cloud functions, so all it needs stands beside it.

import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { cached, fetchPackage } from '@/lib/cli/package-cache';
import { untar } from './untar';

const VERSION = '147.0.0';

/** Its libraries come first in its own search path, its fonts where the machine has no word on fonts. */
const launcher = `#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
export LD_LIBRARY_PATH="$here/lib:$LD_LIBRARY_PATH"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" "$@"
`;

const fontsBeside = (folder: string): string =>
  `<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>`;

/** The path of a program that starts it; fetched and unpacked once, into .cache/. */
export function packagedChromium(): string {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No browser was found: install Chromium or Chrome, or name one in $CHROMIUM.');
  }
  const folder = cached(`chromium-${VERSION}`, unpack);
  writeFileSync(join(folder, 'fonts.conf'), fontsBeside(folder));
  return join(folder, 'launch');
}

function unpack(draft: string): void {
  const packed = join(fetchPackage('@sparticuz/chromium', VERSION), 'bin');
  const read = (name: string): Buffer => brotliDecompressSync(readFileSync(join(packed, name)));
  for (const archive of ['al2023.tar.br', 'fonts.tar.br']) {
    for (const { path, content } of untar(read(archive))) {
      mkdirSync(dirname(join(draft, path)), { recursive: true });
      writeFileSync(join(draft, path), content);
    }
  }
  writeFileSync(join(draft, 'chromium'), read('chromium.br'));
  writeFileSync(join(draft, 'launch'), launcher);
  for (const program of ['chromium', 'launch']) chmodSync(join(draft, program), 0o755);
}
