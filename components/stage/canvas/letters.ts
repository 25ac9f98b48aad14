import type { Letters } from '@/lib/store/painters';

/** The families of the page that a font names, each with where it comes from: a worker has to fetch its own. */
export function lettersOf(font: string): readonly Letters[] {
  return [...document.styleSheets]
    .flatMap((sheet) => rulesOf(sheet))
    .flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const read = (name: string) => rule.style.getPropertyValue(name);
      const family = read('font-family').replaceAll(/["']/g, '');
      if (!font.includes(family)) return [];
      const source = absolute(read('src'), rule.parentStyleSheet?.href ?? document.baseURI);
      return [{ family, source, weight: read('font-weight') || 'normal' }];
    });
}

/** A sheet of another origin, as of an extension, does not show its rules. */
function rulesOf(sheet: CSSStyleSheet): readonly CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}

/** Where a sheet points to is meant from where it stands. */
export const absolute = (source: string, base: string): string =>
  source.replaceAll(/url\(["']?([^"')]+)["']?\)/g, (_, path) => `url("${new URL(path, base).href}")`);
