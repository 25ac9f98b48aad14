// The world's memory: named columns of small whole numbers, laid out in one buffer.
// So a copy of the world is one call, and its state can be compared byte by byte.

/** One entry a row, a relay, a member. Bytes where every state is kept; wider numbers where a run is long. */
export type Column = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Int32Array<ArrayBuffer>;

/** How many entries each column has, by name. */
export interface Shape {
  readonly [name: string]: number | Shape;
}

export type Columns<S, C> = { readonly [Name in keyof S]: S[Name] extends number ? C : Columns<S[Name], C> };

/** What lies where: `cells` is all of it at once, `columns` the same memory by name. */
export interface Memory<S, C> {
  readonly cells: C;
  readonly columns: Columns<S, C>;
}

interface Cells<C> {
  new (buffer: ArrayBuffer, start: number, length: number): C;
  readonly BYTES_PER_ELEMENT: number;
}

/** New memory of this shape, all zero. */
export function memory<S extends Shape, C>(shape: S, Type: Cells<C>): Memory<S, C> {
  const length = total(shape);
  // Whole words, so that states can be compared four bytes at a time.
  const buffer = new ArrayBuffer(Math.ceil((length * Type.BYTES_PER_ELEMENT) / 8) * 8);
  let start = 0;
  const lay = (part: Shape): unknown =>
    Object.fromEntries(
      Object.entries(part).map(([name, size]) => {
        if (typeof size !== 'number') return [name, lay(size)];
        const column = new Type(buffer, start * Type.BYTES_PER_ELEMENT, size);
        start += size;
        return [name, column];
      }),
    );
  return { cells: new Type(buffer, 0, length), columns: lay(shape) as Columns<S, C> };
}

/** How many entries all columns of a shape have. */
export const total = (shape: Shape): number =>
  Object.values(shape).reduce<number>(
    (sum, size) => sum + (typeof size === 'number' ? size : total(size)),
    0,
  );

/** The entry at a place that is known to be there. */
export const at = (column: { readonly [index: number]: number }, index: number): number =>
  column[index] as number;

/** The same of moments. Apart from `at`: asked for both kinds of numbers, a function is compiled for neither. */
export const timeAt = (column: Float64Array, index: number): number => column[index] as number;
