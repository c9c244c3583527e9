/** The fields of a product that can be changed at any time. */
import type { components } from '@quickmart/client';
import { linesOf } from '../../show.ts';
import { Area, Field } from '../../ui.tsx';
import { useCategories } from './catalog.tsx';

export function ProductFields({ product }: { product?: components['schemas']['Product'] }) {
  const categories = useCategories();
  return (
    <>
      <Field label="Name" name="name" value={product?.name} />
      <Area label="Description" name="description" empty="text" value={product?.description ?? ''} />
      <Field
        label="Category"
        name="category"
        empty="null"
        value={product?.category}
        suggestions={categories.data?.data.map(({ key }) => key) ?? []}
      />
      <Area
        label="Attributes"
        name="attributes"
        kind="pairs"
        hint="One a line, as in “colour: blue”"
        value={linesOf(product?.attributes)}
      />
      <Area
        label="Options"
        name="options"
        kind="options"
        rows={2}
        hint="What its variants differ in, one a line, as in “size: S, M, L”; then it is sold by its variants only"
        value={linesOf(product?.options)}
      />
      <Area
        label="Images"
        name="media"
        kind="media"
        rows={2}
        hint="One a line: the address, and what is to be seen"
        value={product?.media.map(({ url, alt }) => `${url} ${alt}`).join('\n') ?? ''}
      />
    </>
  );
}
