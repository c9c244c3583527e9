/** What the product service publishes: about each product, and about the tree of categories. */
import { z } from 'zod';
import { type EventsOf, event } from '../event.ts';
import { id, loggedMoney, sku } from '../shapes.ts';
import { categoryKey, categoryName, choices, details, media, options, parentId } from './shapes.ts';

// Events of a product. Optional fields were added later: older events do not have them.

export const productCreated = event(
  'ProductCreatedEvent',
  z.object({
    productId: id,
    sku,
    ...details,
    price: loggedMoney,
    media: media.exactOptional(),
    options: options.exactOptional(),
    variantOf: id.exactOptional(),
    choices: choices.exactOptional(),
  }),
);
export const productUpdated = event(
  'ProductUpdatedEvent',
  z.object({ changes: z.object({ ...details, media, options }).partial() }),
);
export const productPriceChanged = event(
  'ProductPriceChangedEvent',
  z.object({ oldPrice: loggedMoney, newPrice: loggedMoney }),
);
export const productArchived = event('ProductArchivedEvent', z.object({ reason: z.string().nullable() }));
export const productRestored = event('ProductRestoredEvent', z.object({}));
/** Written to the product with the options, in the append that creates the variant. */
export const productVariantAdded = event(
  'ProductVariantAddedEvent',
  z.object({ variantId: id, sku, choices }),
);

const productEvents = {
  productCreated,
  productUpdated,
  productPriceChanged,
  productArchived,
  productRestored,
  productVariantAdded,
};
export type ProductEvents = EventsOf<typeof productEvents>;

// Events of the tree of categories, which is one aggregate.

export const categoryCreated = event(
  'CategoryCreatedEvent',
  z.object({ categoryId: id, key: categoryKey, name: categoryName, parentId }),
);
export const categoryRenamed = event(
  'CategoryRenamedEvent',
  z.object({ categoryId: id, name: categoryName }),
);
export const categoryMoved = event('CategoryMovedEvent', z.object({ categoryId: id, parentId }));

const categoryEvents = { categoryCreated, categoryRenamed, categoryMoved };
export type CategoryEvents = EventsOf<typeof categoryEvents>;
