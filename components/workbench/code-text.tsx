/** A sentence in which `backticks` hold code. */
export function CodeText({ children }: { readonly children: string }) {
  let at = 0;
  return children.split('`').map((text, index) => {
    const key = at;
    at += text.length + 1;
    return index % 2 === 1 ? <code key={key}>{text}</code> : <span key={key}>{text}</span>;
  });
}
