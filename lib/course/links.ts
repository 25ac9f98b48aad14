import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Problem } from '@/lib/shared/problem';
import { type LessonGround, placeOf } from './directives';
import { imageTypeOf, pathsIn, textAt } from './folder';
import { anchorUnknown, imageMissing, imageMute, linkRefused } from './problems';

/**
 * Judges every link and image, and makes them safe: an address that is refused is taken away, one that leads out of
 * the course opens on its own, and an image of the lesson travels inside the page. Changes the tree.
 */
export function judgeLinks(tree: Root, ground: LessonGround): readonly Problem[] {
  const ids = idsIn(tree);
  const found: Problem[] = [];
  visit(tree, 'element', (node) => {
    if (node.tagName === 'a') found.push(...judgeLink(node, ids, ground));
    if (node.tagName === 'img') found.push(...judgeImage(node, ground));
  });
  return found;
}

function idsIn(tree: Root): readonly string[] {
  const ids: string[] = [];
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName !== 'activity-place' && typeof properties['id'] === 'string') ids.push(properties['id']);
  });
  return ids;
}

function judgeLink(node: Element, ids: readonly string[], ground: LessonGround): readonly Problem[] {
  const address = decoded(String(node.properties['href'] ?? ''));
  const at = { file: ground.file, place: placeOf(node.position) };
  if (address.startsWith('#')) {
    const anchor = address.slice(1);
    const own = ids.filter((id) => !id.startsWith('user-content-') && id !== 'footnote-label');
    return ids.includes(anchor) ? [] : [anchorUnknown(at, anchor, own)];
  }
  // What is not known to be safe is refused; a list of dangers would always lack one.
  if (/^mailto:/i.test(address)) return [];
  if (/^https?:\/\//i.test(address)) {
    node.properties['target'] = '_blank';
    node.properties['rel'] = ['noopener', 'noreferrer'];
    return [];
  }
  delete node.properties['href'];
  return [linkRefused(at, address)];
}

function judgeImage(node: Element, ground: LessonGround): readonly Problem[] {
  const address = decoded(String(node.properties['src'] ?? ''));
  const at = { file: ground.file, place: placeOf(node.position) };
  const found = String(node.properties['alt'] ?? '').trim() === '' ? [imageMute(at, address)] : [];
  const image = imageTypeOf(address) === null ? null : textAt(ground.folder, address);
  delete node.properties['src'];
  if (image === null) {
    const images = pathsIn(ground.folder).filter((path) => imageTypeOf(path) !== null);
    return [...found, imageMissing(at, address, images)];
  }
  node.properties['src'] = image;
  return found;
}

/** Markdown escapes what an address may not hold; authors wrote it plain. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
