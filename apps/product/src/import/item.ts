/** What an import takes in, whatever the format of its file: products, variants of products, and what is refused. */

/** `notes`: what was changed or left out on the way; told with the result. */
type Common = { line: number; notes?: readonly string[] };
/** `archived`: it is not for sale in the file, and so it will be here. */
export type ProductItem = Common & { kind: 'product'; input: unknown; archived?: boolean };
/** `of`: the SKU of the product that it is a variant of. */
export type VariantItem = Common & { kind: 'variant'; of: unknown; input: unknown; archived?: boolean };
/** `of`, whose variants stand before it, is not for sale: it is archived with them, where it was not refused. It has no result of its own. */
export type ArchiveItem = Common & { kind: 'archive'; of: ProductItem };
export type RefusedItem = Common & {
  kind: 'refused';
  sku?: string | undefined;
  code: string;
  detail: string;
};
export type Item = ProductItem | VariantItem | ArchiveItem | RefusedItem;

/** What the query of an import says beside its format. */
export type FileOptions = {
  /** Of the prices of a file that does not name its currency. */
  currency: string;
  /** The price of what has none in the file, in minor units. */
  amount: number | undefined;
};

export const notTaken = (line: number, sku: string | undefined, detail: string): RefusedItem => ({
  kind: 'refused',
  line,
  sku,
  code: 'not-supported',
  detail,
});

/** The rows of a product whose last ones may be missing: half of it would be another product. */
export const cutOff = (
  rows: readonly { line: number; row: Readonly<Record<string, string>> }[],
  sku: string,
) =>
  rows.map(
    ({ line, row }): RefusedItem => ({
      kind: 'refused',
      line,
      sku: row[sku] || undefined,
      code: 'malformed-request',
      detail: 'the file ends within this product: send it again',
    }),
  );
