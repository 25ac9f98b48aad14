/** The words of a page and nothing else: no style, no script, no font, no picture. */
export function barePage(page: string): string {
  const title = /<title>([^<]*)<\/title>/.exec(page)?.[1] ?? '';
  const text = page
    .replace(/^[\s\S]*?<body\b[^>]*>/, '')
    .replaceAll(/<(script|style|svg|template|noscript)\b[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<(\/?)(h[1-6]|p|pre|ul|ol|li|main|article|section)\b[^>]*>|<[^>]*>/g, (_, end, name) =>
      name === undefined ? '' : `<${end}${name}>`,
    );
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body>${text}</body></html>`;
}
