/** Every limit of the public interface, in one place. Units are in the names; a `…Length` is in characters (code points). */
export const limits = {
  bodyBytes: 1024 * 1024,
  importLineBytes: 64 * 1024,
  pageSizeDefault: 20,
  pageSizeMax: 100,
  historyPageMax: 1000,
  orderLinesMax: 900,
  quantityMax: 1_000_000,
  priceMax: 1_000_000_000,
  skuLength: 64,
  nameLength: 200,
  descriptionLength: 4000,
  categoryLength: 100,
  customerIdLength: 64,
  paymentMethodLength: 255,
  carrierLength: 64,
  trackingLength: 100,
  reasonLength: 500,
  referenceLength: 100,
  attributesMax: 50,
  attributeKeyLength: 64,
  attributeValueLength: 500,
  providerRefLength: 255,
  providerEventIdLength: 255,
  /** What a list can be filtered by at once. */
  attributeFiltersMax: 10,
  /** Values of one filter of a list: `?id=a,b,c`. */
  filterValuesMax: 100,
  /** UTF-16 units of what a product is searched by: its SKU and its name, folded. */
  searchTextLength: 1000,
  /** Longest value in the index of attributes; longer ones are found by their digest. */
  attributeTermLength: 100,
  mediaMax: 20,
  mediaUrlLength: 2048,
  mediaAltLength: 300,
  optionsMax: 5,
  optionValuesMax: 50,
  optionValueLength: 100,
  variantsMax: 250,
  categoriesMax: 2000,
  idempotencyKeyLength: 255,
  waitMs: 2000,

  // How long an order waits for others at most. The services take other values from their environment, for tests.
  /** Stock is held this long for an order that is not confirmed. */
  reservationHoldMs: 15 * 60_000,
  /** Each of the next: from the question to the answer. */
  reservationWaitMs: 15 * 60_000,
  paymentWaitMs: 5 * 60_000,
  confirmationWaitMs: 5 * 60_000,
  settlementWaitMs: 60 * 60_000,
  /** The longest of these that can be configured. */
  waitMsMax: 7 * 24 * 60 * 60_000,
} as const;
