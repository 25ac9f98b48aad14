/** As much of a list as there is room for. */
export interface Window<Item> {
  readonly shown: readonly Item[];
  readonly earlier: number;
  readonly later: number;
}
