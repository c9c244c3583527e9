/** What anybody may do without a token: all of it, with the reason that its route gives. A test compares it with the documents. */
export const publicOperations: readonly string[] = [
  // The catalog, what is available, and what customers say.
  ...['getProduct', 'listProducts', 'getCategory', 'listCategories'],
  ...['getInventory', 'listInventories', 'getReview', 'listReviews', 'getRating'],
  // What a basket costs, and by which rules.
  ...['getCoupon', 'getPriceList', 'listPriceLists', 'getShippingMethod', 'listShippingMethods'],
  ...['getTaxRate', 'listTaxRates', 'quoteBasket'],
  // A cart of nobody is reached by its id; what is a customer's is checked there (apps/cart/src/who.ts).
  ...[
    'createCart',
    'getCart',
    'deleteCart',
    'setCartLine',
    'addCartCoupon',
    'removeCartCoupon',
    'setCartAddresses',
  ],
  ...['setCartEmail', 'setCartShippingMethod', 'mergeCart', 'checkOutCart'],
  // Who has no token yet gets one here, or proves who they are by a code, a secret or a refresh token.
  ...['signUp', 'verifyAccount', 'resetPassword', 'requestCode', 'logIn', 'refreshSession', 'welcomeGuest'],
  ...['issueToken', 'getKeySet', 'getIssuer'],
  // Signed by the payment provider, or by the carrier.
  ...['receiveWebhook', 'receiveCarrierEvent'],
  // On loopback only.
  'readInbox',
];
