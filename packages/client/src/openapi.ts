// Written by `pnpm openapi` from the OpenAPI documents of all services.

export interface paths {
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the process answers; it asks nothing else
         * @description Where it does not, start the process anew.
         */
        get: operations["gatewayLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether everything that the service stands on can be used, each by name
         * @description Being behind with events is not a failure: see the metrics.
         */
        get: operations["gatewayReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign up; a code is sent to the address, which verifies it
         * @description The answer is the same where there is an account with this address: whoever has the address is told. A guest who sends their token keeps their id, so that their orders and their cart are the account’s.
         */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify an address by the code that was sent to it
         * @description From then on the account is entered by its password, too. Five wrong codes: ask for another one.
         */
        post: operations["verifyAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password by the code that was sent; all sessions end
         * @description Also where the account had none. Whoever has the code has the address, so it is verified, too.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a code sent, to log in, to verify an address, or to set a new password
         * @description Always 202: whether there is an account nobody learns here. A new code takes the place of the one before; it is valid for ten minutes, once, and can be tried five times.
         */
        post: operations["requestCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in, by a password or by a code
         * @description Ten wrong passwords for one address within a quarter of an hour: 429, whether there is an account or not. A code still works.
         */
        post: operations["logIn"];
        /**
         * Log out everywhere: all sessions of the account end
         * @description The refresh tokens of all devices count no more; access tokens are valid until they expire.
         */
        delete: operations["logOutEverywhere"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new access token; the refresh token is used once, and comes with a new one
         * @description A refresh token that is used a second time ends the session: somebody else may have it.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Log out: the session ends; its access token is valid until it expires, ten minutes at most
         * @description The refresh token counts no more. Whoever has the access token can use it until it expires.
         */
        delete: operations["logOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/guests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tokens for a guest, who can order without an account
         * @description A guest sees and cancels their own orders only. Sign up with the token to keep them.
         */
        post: operations["welcomeGuest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The account of the caller; of a guest, little
         * @description What was created is here right after its 201: the read waits for it, and for `minVersion` or `Event-Position`.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        /**
         * Erase the account, and all that is personal, everywhere and for ever
         * @description The key of what is sealed for this person is destroyed: from then on it is `null` wherever it stood. The books of the shop stay.
         */
        delete: operations["eraseMe"];
        options?: never;
        head?: never;
        /**
         * Change the profile
         * @description The version is that of the account, its addresses included. A name that is null is taken out.
         */
        patch: operations["changeMe"];
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the password; all sessions end
         * @description Log in again afterwards, on all devices. Wrong guesses count as wrong logins do.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that is known about the caller, as one JSON file
         * @description Read from the log itself: always up to date.
         */
        get: operations["exportMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The addresses of the caller
         * @description Read from the log itself: always up to date.
         */
        get: operations["listAddresses"];
        put?: never;
        /**
         * Add an address
         * @description Kept sealed, field by field; the version is that of the account.
         */
        post: operations["addAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/addresses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove an address
         * @description Orders that were sent there keep it.
         */
        delete: operations["removeAddress"];
        options?: never;
        head?: never;
        /**
         * Change an address
         * @description Fields that are left out stay; optional ones that are null are taken out.
         */
        patch: operations["changeAddress"];
        trace?: never;
    };
    "/api/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One user
         * @description What was created is here right after its 201: the read waits for it, and for `minVersion` or `Event-Position`.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Users, page by page
         * @description Page by page: `nextCursor` of the answer is the `cursor` of the next request. Filters are joined by "and"; an unknown parameter is refused.
         */
        get: operations["listUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to a user, oldest first: every right that was given or taken, and by whom
         * @description Read from the log itself: always up to date.
         */
        get: operations["getUserHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * The roles of a user, all of them
         * @description It counts with the next access token, in ten minutes at most. Nobody gives or takes rights that they do not have.
         */
        put: operations["setRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lock a user out; the access token that they have is valid until it expires
         * @description No login and no refresh works any more, for good or until a time. Nobody locks somebody with rights that they do not have.
         */
        post: operations["lockUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a user in again, also after wrong passwords
         * @description Wrong passwords are forgotten.
         */
        post: operations["unlockUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Machine clients, page by page
         * @description Page by page: `nextCursor` of the answer is the `cursor` of the next request. Filters are joined by "and"; an unknown parameter is refused.
         */
        get: operations["listClients"];
        put?: never;
        /**
         * A machine client; its secret is in this answer and nowhere else
         * @description It gets its tokens at `POST /oauth/token`. Nobody gives rights that they do not have.
         */
        post: operations["createClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One client
         * @description What was created is here right after its 201: the read waits for it, and for `minVersion` or `Event-Position`.
         */
        get: operations["getClient"];
        put?: never;
        post?: never;
        /**
         * Revoke a client: it gets no more tokens; the one that it has is valid for ten minutes at most
         * @description It stays in the list and in the history, and cannot be revived.
         */
        delete: operations["revokeClient"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to a client, oldest first
         * @description Read from the log itself: always up to date.
         */
        get: operations["getClientHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An access token for a machine client
         * @description The credentials come as HTTP Basic or in the form. Errors are those of RFC 6749.
         */
        post: operations["issueToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys that access tokens are verified with
         * @description JSON Web Keys, RFC 7517. A new key stands here an hour before it signs.
         */
        get: operations["getKeySet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/openid-configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where tokens and keys are: for verifiers that find them by themselves
         * @description OpenID Connect Discovery: other verifiers need no more than this address.
         */
        get: operations["getIssuer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signing-keys/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new signing key; with `replace`, the tokens of all others are worthless
         * @description A new key signs in an hour, when whoever verifies knows it. With `replace` it signs at once and the others are no longer published: services that have a copy of them take their tokens for ten minutes more.
         */
        post: operations["rotateSigningKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dev/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The mails that would have been sent, the newest first: codes are in them
         * @description Only where SMTP_URL is not set, and only for requests of this machine to this machine.
         */
        get: operations["readInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inventories/{productId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The stock of one product
         * @description What was created is here right after its 201: the read waits for it, and for `minVersion` or `Event-Position`.
         */
        get: operations["getInventory"];
        /**
         * Set what is on hand
         * @description What a count has found. Reserved stock stays reserved: not less than that.
         */
        put: operations["replaceInventory"];
        post?: never;
        /**
         * Remove an inventory that nothing is reserved from
         * @description Nothing of it can be ordered afterwards; a POST creates it again.
         */
        delete: operations["removeInventory"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inventories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stock, page by page
         * @description Page by page: `nextCursor` of the answer is the `cursor` of the next request. Filters are joined by "and"; an unknown parameter is refused.
         */
        get: operations["listInventories"];
        put?: never;
        /**
         * Give a product an inventory; new products get one by themselves
         * @description For a product whose inventory was removed, or that has none because it is sold by its variants. The SKU is that of the product.
         */
        post: operations["createInventory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inventories/{productId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The events of an inventory, oldest first
         * @description Read from the log itself: always up to date.
         */
        get: operations["getInventoryHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inventories/{productId}/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change what is on hand, by a difference or by a count, with a reason
         * @description Either `delta`, the difference, or a counted `quantity`, which holds only where there are still `expectedQuantity`.
         */
        post: operations["adjustInventory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reservations/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is set aside for an order
         * @description What was created is here right after its 201: the read waits for it, and for `minVersion` or `Event-Position`.
         */
        get: operations["getReservation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inventories/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Counts and differences of stock: NDJSON or CSV, one result per line
         * @description Each line names a product by sku or productId, and has a quantity (a count; with expectedQuantity it holds only where that is on hand) or a delta (a difference). CSV: a header line with these columns, and reason and reference if wanted. Without a reason: `count` for a count, `correction` for a difference. Differences need an Idempotency-Key, under which each line has its effect once. The last line of the answer is a summary.
         */
        post: operations["importStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One order
         * @description What was created is here right after its 201: the read waits for it, and for `minVersion` or `Event-Position`.
         */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders, page by page
         * @description Page by page: `nextCursor` of the answer is the `cursor` of the next request. Filters are joined by "and"; an unknown parameter is refused.
         */
        get: operations["listOrders"];
        put?: never;
        /**
         * Place an order; it is confirmed or cancelled when the inventory has answered
         * @description Prices come from the catalog, never from the request. The answer is `pending`; what becomes of it is told by `GET /api/orders/{id}`: `confirmed` when stock and payment are there, or `cancelled` with its reason. The order service has a copy of the catalog: send the `Event-Position` of a change of price to have it counted.
         */
        post: operations["placeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The events of an order, oldest first
         * @description Read from the log itself: always up to date.
         */
        get: operations["getOrderHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an order that is not shipped; stock and money are given back
         * @description Until it is shipped. What was reserved is released, what was authorized or captured is given back.
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/ship": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand a confirmed order to the carrier; the money is captured
         * @description Only a confirmed order. Its stock leaves the inventory, and the payment is captured.
         */
        post: operations["shipOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/deliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that the order has arrived; it is completed, once the money is captured
         * @description Only a shipped order. Where the money is not captured yet, the order is completed when it is.
         */
        post: operations["deliverOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a completed order back, or some of its lines; what was paid for them is refunded
         * @description Without `lines`, all of it. With `restock`, the goods are on the shelf again.
         */
        post: operations["returnOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/retry-payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have the capture, void or refund that needs attention tried again
         * @description For an order whose status is `attention`, after the cause is mended.
         */
        post: operations["retryOrderPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/resolve-attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that what needed attention has been seen to, and how
         * @description For an order whose status is `attention`, where an operator has settled it in another way. Nothing is asked of the provider any more.
         */
        post: operations["resolveOrderAttention"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The story of an order across the services: its events, its reservation, its payment
         * @description Read from the log itself: always up to date.
         */
        get: operations["getOrderTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sold, per product and day; cancelled orders do not count
         * @description Page by page: `nextCursor` of the answer is the `cursor` of the next request. Filters are joined by "and"; an unknown parameter is refused.
         */
        get: operations["listSales"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One payment
         * @description What was created is here right after its 201: the read waits for it, and for `minVersion` or `Event-Position`.
         */
        get: operations["getPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payments, page by page
         * @description Page by page: `nextCursor` of the answer is the `cursor` of the next request. Filters are joined by "and"; an unknown parameter is refused.
         */
        get: operations["listPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The events of a payment, oldest first
         * @description Read from the log itself: always up to date.
         */
        get: operations["getPaymentHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give all that is left, or a part of it, back; the provider is asked right after the answer
         * @description Without an amount, all that is left. The answer is 202: `refunded` grows when the provider has answered.
         */
        post: operations["refundPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every call to the provider, and what it answered
         * @description Read from the log itself: always up to date.
         */
        get: operations["listPaymentAttempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * For the payment provider: an event, signed as `t=<unix seconds>,v1=<HMAC-SHA256 of t.body>`
         * @description The bytes of the body are what is signed. Whatever is signed is acknowledged, also what is of no interest here; told twice, by the `id` of the event, it has one effect.
         */
        post: operations["receiveWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One product
         * @description What was created is here right after its 201: the read waits for it, and for `minVersion` or `Event-Position`.
         */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        /**
         * Archive a product, and its variants: no longer sold, but can be restored
         * @description It stays readable, and its SKU stays taken. Archived twice, it is archived: the second time changes nothing.
         */
        delete: operations["archiveProduct"];
        options?: never;
        head?: never;
        /**
         * Change name, description, category, attributes, media or options
         * @description Only the fields that are sent change; `attributes`, `media` and `options` are replaced as a whole. SKU and price are not changed here.
         */
        patch: operations["updateProduct"];
        trace?: never;
    };
    "/api/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Products, page by page
         * @description Page by page: `nextCursor` of the answer is the `cursor` of the next request. Filters are joined by "and"; an unknown parameter is refused.
         */
        get: operations["listProducts"];
        put?: never;
        /**
         * Create a product
         * @description The SKU is unique for good, also where its product is archived. With `options` it is sold by its variants, and only by them. Its stock is created right after the answer.
         */
        post: operations["createProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The events of a product, oldest first
         * @description Read from the log itself: always up to date.
         */
        get: operations["getProductHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{id}/variants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a variant: a product of its own, with its own SKU, price and stock
         * @description It needs one value for each option of the product; what is left out is as with the product. Its choices are final.
         */
        post: operations["addVariant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{id}/price": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new price
         * @description Orders that are placed already keep their price. An order placed right after it is priced anew where it sends the `Event-Position` of this answer.
         */
        post: operations["changePrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sell an archived product again, and the variants that were archived with it
         * @description A variant is on sale only while its product is: restore the product first.
         */
        post: operations["restoreProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import products: NDJSON or CSV, one result per line
         * @description NDJSON: one product per line, as in createProduct. CSV: a header line with the columns sku, name, amount (minor units), currency, and if wanted description, category, variantOf, attributes.<name>, options.<name> (values with | between them) and choices.<name>. Or the export of another shop: see `format`. UTF-8, or what the charset of Content-Type says; plain, or compressed with `Content-Encoding: gzip`. The answer is NDJSON, streamed while the import runs; its last line is a summary. A header that is not understood is a 400, and nothing is written.
         */
        post: operations["importProducts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One category
         * @description What was created is here right after its 201: the read waits for it, and for `minVersion` or `Event-Position`.
         */
        get: operations["getCategory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename a category, or move it with all that is below it
         * @description Its products stay in it: they name it by its key. It cannot be moved below itself.
         */
        patch: operations["updateCategory"];
        trace?: never;
    };
    "/api/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Categories, page by page, with the number of their products
         * @description Page by page: `nextCursor` of the answer is the `cursor` of the next request. Filters are joined by "and"; an unknown parameter is refused.
         */
        get: operations["listCategories"];
        put?: never;
        /**
         * Create a category
         * @description Products name their category by its `key`, which never changes; `name` and `parentId` may.
         */
        post: operations["createCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One review
         * @description What was created is here right after its 201: the read waits for it, and for `minVersion` or `Event-Position`.
         */
        get: operations["getReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reviews, page by page
         * @description Page by page: `nextCursor` of the answer is the `cursor` of the next request. Filters are joined by "and"; an unknown parameter is refused.
         */
        get: operations["listReviews"];
        put?: never;
        /**
         * Review a product, once per customer
         * @description It counts when a moderator approves it. A review that was rejected can be submitted anew.
         */
        post: operations["submitReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The events of a review, oldest first
         * @description Read from the log itself: always up to date.
         */
        get: operations["getReviewHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a review
         * @description Its stars count in the rating of the product from now on.
         */
        post: operations["approveReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject a review, with a reason
         * @description Also one that was approved: its stars count no more. The customer may submit another one.
         */
        post: operations["rejectReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ratings/{productId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many stars a product has, over its approved reviews
         * @description Read from the log itself: always up to date.
         */
        get: operations["getRating"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @example {
         *       "type": "about:blank",
         *       "title": "Not found",
         *       "status": 404,
         *       "code": "not-found",
         *       "detail": "no item has this id",
         *       "instance": "/api/products/…",
         *       "traceId": "019a0000-0000-7000-8000-000000000003"
         *     }
         */
        Problem: {
            /** @example about:blank */
            type: string;
            title: string;
            status: number;
            detail?: string;
            instance?: string;
            traceId: string;
            errors?: components["schemas"]["ProblemError"][];
            /** @enum {string} */
            code: "malformed-request" | "unauthenticated" | "forbidden" | "not-found" | "method-not-allowed" | "limit-reached" | "request-in-progress" | "version-stale" | "body-too-large" | "media-type-unsupported" | "validation-failed" | "idempotency-key-reused" | "version-required" | "too-many-requests" | "headers-too-large" | "internal-error" | "log-damaged" | "log-blocked" | "log-replaced" | "unavailable" | "read-model-behind" | "cross-site-write" | "host-unknown" | "service-failed" | "service-late" | "credentials-invalid" | "code-invalid" | "password-wrong" | "account-locked" | "rights-exceeded" | "sku-taken" | "out-of-stock" | "stock-changed" | "stock-reserved" | "inventory-exists" | "product-unknown" | "order-not-cancellable" | "order-not-shippable" | "order-not-deliverable" | "order-not-returnable" | "order-needs-no-attention" | "not-ordered" | "currencies-mixed" | "order-too-large" | "signature-invalid" | "payment-not-refundable" | "refund-too-large" | "product-archived" | "options-missing" | "options-in-use" | "variant-exists" | "category-exists" | "category-cycle" | "choices-invalid" | "category-unknown" | "review-exists";
            scope?: string;
            shortages?: components["schemas"]["Shortage"][];
        };
        /**
         * @example {
         *       "pointer": "/lines/0/quantity",
         *       "code": "too-small",
         *       "detail": "at least 1"
         *     }
         */
        ProblemError: {
            pointer: string;
            code: string;
            detail: string;
        };
        /**
         * @example {
         *       "status": "up"
         *     }
         */
        Liveness: {
            /** @enum {string} */
            status: "up";
        };
        /**
         * @example {
         *       "status": "up",
         *       "checks": {
         *         "redis": {
         *           "status": "up",
         *           "ms": 1
         *         }
         *       }
         *     }
         */
        Readiness: {
            /** @enum {string} */
            status: "up" | "down";
            /** @description By the name of what it stands on */
            checks: {
                [key: string]: components["schemas"]["ReadinessCheck"];
            };
        };
        /**
         * @example {
         *       "status": "up",
         *       "ms": 1
         *     }
         */
        ReadinessCheck: {
            /** @enum {string} */
            status: "up" | "down";
            /** @description How long the check took */
            ms: number;
            /** @enum {string} */
            reason?: "timeout" | "error";
            /** @description What is wrong, and what to do, where that is known */
            detail?: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * @example {
         *       "id": "019a0000-0000-7000-8000-000000000007",
         *       "kind": "user",
         *       "email": "anna@example.com",
         *       "name": "Anna",
         *       "emailVerified": true,
         *       "roles": [
         *         "customer"
         *       ],
         *       "locked": false,
         *       "lockedUntil": null,
         *       "version": 3,
         *       "createdAt": "2026-11-21T09:30:00.000Z",
         *       "updatedAt": "2026-11-21T09:30:00.000Z"
         *     }
         */
        User: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            id: string;
            /** @enum {string} */
            kind: "user" | "guest";
            /** @description Null: a guest, or somebody who was erased */
            email: string | null;
            name: string | null;
            emailVerified: boolean;
            roles: string[];
            locked: boolean;
            /**
             * Format: date-time
             * @description Null: not locked, or until somebody unlocks it
             * @example 2026-11-21T09:30:00.000Z
             */
            lockedUntil: string | null;
            /** @description Version of the aggregate: 1, 2, 3… without gaps */
            version: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string | null;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            updatedAt: string | null;
        };
        /**
         * @example {
         *       "email": "anna@example.com",
         *       "password": "correct horse battery",
         *       "name": "Anna"
         *     }
         */
        NewAccount: {
            /**
             * Format: email
             * @example anna@example.com
             */
            email: string;
            /**
             * Format: password
             * @example correct horse battery
             */
            password: string;
            name?: string;
        };
        /**
         * @example {
         *       "email": "anna@example.com",
         *       "code": "123456"
         *     }
         */
        Verification: {
            /**
             * Format: email
             * @example anna@example.com
             */
            email: string;
            /** @example 123456 */
            code: string;
        };
        /**
         * @example {
         *       "email": "anna@example.com",
         *       "code": "123456",
         *       "password": "a better one"
         *     }
         */
        NewPassword: {
            /**
             * Format: email
             * @example anna@example.com
             */
            email: string;
            /** @example 123456 */
            code: string;
            /**
             * Format: password
             * @example correct horse battery
             */
            password: string;
        };
        /**
         * @example {
         *       "expiresIn": 600
         *     }
         */
        CodeSent: {
            /** @description Seconds */
            expiresIn: number;
        };
        /**
         * @example {
         *       "email": "anna@example.com",
         *       "purpose": "login"
         *     }
         */
        CodeRequest: {
            /**
             * Format: email
             * @example anna@example.com
             */
            email: string;
            /** @enum {string} */
            purpose: "login" | "verify" | "reset";
        };
        /**
         * @example {
         *       "accessToken": "eyJ…",
         *       "refreshToken": "3f0c….kQ2…",
         *       "expiresIn": 600,
         *       "tokenType": "Bearer"
         *     }
         */
        Tokens: {
            accessToken: string;
            /** @description For `POST /api/sessions/refresh`, once */
            refreshToken: string;
            /** @description Seconds that the access token is valid */
            expiresIn: number;
            /** @enum {string} */
            tokenType: "Bearer";
        };
        /**
         * @example {
         *       "email": "anna@example.com",
         *       "password": "correct horse battery"
         *     }
         */
        Credentials: {
            /**
             * Format: email
             * @example anna@example.com
             */
            email: string;
            /** Format: password */
            password?: string;
            /** @example 123456 */
            code?: string;
        };
        /**
         * @example {
         *       "refreshToken": "3f0c2a10-0000-4000-8000-000000000000.kQ2x"
         *     }
         */
        RefreshRequest: {
            refreshToken: string;
        };
        /**
         * @example {
         *       "name": "Anna Arnold"
         *     }
         */
        Profile: {
            name?: string | null;
        };
        /**
         * @example {
         *       "current": "correct horse battery",
         *       "password": "a better one"
         *     }
         */
        PasswordChange: {
            /** Format: password */
            current: string;
            /**
             * Format: password
             * @example correct horse battery
             */
            password: string;
        };
        /**
         * @example {
         *       "exportedAt": "2026-11-21T09:30:00.000Z",
         *       "user": {
         *         "id": "019a0000-0000-7000-8000-000000000007",
         *         "kind": "user",
         *         "email": "anna@example.com",
         *         "name": "Anna",
         *         "emailVerified": true,
         *         "roles": [
         *           "customer"
         *         ],
         *         "locked": false,
         *         "lockedUntil": null,
         *         "version": 3,
         *         "createdAt": "2026-11-21T09:30:00.000Z",
         *         "updatedAt": "2026-11-21T09:30:00.000Z"
         *       },
         *       "addresses": [
         *         {
         *           "id": "019a0000-0000-7000-8000-000000000008",
         *           "name": "Anna Arnold",
         *           "line1": "Lange Straße 1",
         *           "postalCode": "20095",
         *           "city": "Hamburg",
         *           "country": "DE",
         *           "company": null,
         *           "line2": null,
         *           "region": null,
         *           "phone": null,
         *           "version": 4
         *         }
         *       ],
         *       "events": []
         *     }
         */
        Export: {
            /** Format: date-time */
            exportedAt: string;
            user: components["schemas"]["User"];
            addresses: components["schemas"]["SavedAddress"][];
            events: components["schemas"]["HistoryEntry"][];
        };
        /**
         * @example {
         *       "id": "019a0000-0000-7000-8000-000000000008",
         *       "name": "Anna Arnold",
         *       "line1": "Lange Straße 1",
         *       "postalCode": "20095",
         *       "city": "Hamburg",
         *       "country": "DE",
         *       "company": null,
         *       "line2": null,
         *       "region": null,
         *       "phone": null,
         *       "version": 4
         *     }
         */
        SavedAddress: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            id: string;
            name: string | null;
            company: string | null;
            line1: string | null;
            line2: string | null;
            postalCode: string | null;
            city: string | null;
            region: string | null;
            country: string | null;
            phone: string | null;
            /** @description Version of the aggregate: 1, 2, 3… without gaps */
            version: number;
        };
        /**
         * @example {
         *       "eventId": "019a0000-0000-7000-8000-000000000003",
         *       "eventType": "ProductRestoredEvent",
         *       "schema": 1,
         *       "version": 3,
         *       "position": "product.3@1-42",
         *       "at": "2026-11-21T09:30:00.000Z",
         *       "data": {},
         *       "meta": {
         *         "correlationId": "checkout-4711"
         *       }
         *     }
         */
        HistoryEntry: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            eventId: string;
            eventType: string;
            /** @description The version of the event as it was written; `data` are as in its newest version */
            schema: number;
            /** @description Version of the aggregate: 1, 2, 3… without gaps */
            version: number;
            /** @example product.3@1-42 */
            position: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            at: string;
            data?: unknown;
            meta: components["schemas"]["EventMeta"];
        };
        /**
         * @example {
         *       "correlationId": "checkout-4711"
         *     }
         */
        EventMeta: {
            correlationId: string;
            causationId?: string;
            actor?: string;
            traceparent?: string;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "id": "019a0000-0000-7000-8000-000000000008",
         *           "name": "Anna Arnold",
         *           "line1": "Lange Straße 1",
         *           "postalCode": "20095",
         *           "city": "Hamburg",
         *           "country": "DE",
         *           "company": null,
         *           "line2": null,
         *           "region": null,
         *           "phone": null,
         *           "version": 4
         *         }
         *       ]
         *     }
         */
        AddressList: {
            data: components["schemas"]["SavedAddress"][];
        };
        /**
         * @example {
         *       "name": "Anna Arnold",
         *       "line1": "Lange Straße 1",
         *       "postalCode": "20095",
         *       "city": "Hamburg",
         *       "country": "DE"
         *     }
         */
        Address: {
            name: string;
            company?: string;
            line1: string;
            line2?: string;
            postalCode: string;
            city: string;
            region?: string;
            country: string;
            phone?: string;
        };
        /**
         * @example {
         *       "line1": "Kurze Straße 2",
         *       "line2": null
         *     }
         */
        AddressChange: {
            name?: string;
            company?: string | null;
            line1?: string;
            line2?: string | null;
            postalCode?: string;
            city?: string;
            region?: string | null;
            country?: string;
            phone?: string | null;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "id": "019a0000-0000-7000-8000-000000000007",
         *           "kind": "user",
         *           "email": "anna@example.com",
         *           "name": "Anna",
         *           "emailVerified": true,
         *           "roles": [
         *             "customer"
         *           ],
         *           "locked": false,
         *           "lockedUntil": null,
         *           "version": 3,
         *           "createdAt": "2026-11-21T09:30:00.000Z",
         *           "updatedAt": "2026-11-21T09:30:00.000Z"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        UserPage: {
            data: components["schemas"]["User"][];
            nextCursor: string | null;
            total?: number;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "eventId": "019a0000-0000-7000-8000-000000000003",
         *           "eventType": "ProductRestoredEvent",
         *           "schema": 1,
         *           "version": 3,
         *           "position": "product.3@1-42",
         *           "at": "2026-11-21T09:30:00.000Z",
         *           "data": {},
         *           "meta": {
         *             "correlationId": "checkout-4711"
         *           }
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        History: {
            data: components["schemas"]["HistoryEntry"][];
            nextCursor: string | null;
        };
        /**
         * @example {
         *       "roles": [
         *         "customer",
         *         "support"
         *       ]
         *     }
         */
        RoleSet: {
            roles: ("customer" | "support" | "catalog" | "stock" | "orders" | "operator" | "admin")[];
        };
        /**
         * @example {
         *       "until": null
         *     }
         */
        LockRequest: {
            /**
             * Format: date-time
             * @description UTC, ISO 8601. Left out: `null`
             * @example 2026-11-21T09:30:00.000Z
             */
            until?: string | null;
        };
        /**
         * @example {
         *       "id": "019a0000-0000-7000-8000-000000000009",
         *       "name": "Till of the shop",
         *       "scopes": [
         *         "orders:read",
         *         "orders:write"
         *       ],
         *       "revoked": false,
         *       "version": 1,
         *       "createdAt": "2026-11-21T09:30:00.000Z",
         *       "updatedAt": "2026-11-21T09:30:00.000Z",
         *       "secret": "q83v…"
         *     }
         */
        ClientWithSecret: {
            id: string;
            name: string;
            scopes: string[];
            revoked: boolean;
            /** @description Version of the aggregate: 1, 2, 3… without gaps */
            version: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            updatedAt: string;
            /** @description Shown once, and kept nowhere: `client_secret` */
            secret: string;
        };
        /**
         * @example {
         *       "name": "Till of the shop",
         *       "scopes": [
         *         "orders:read",
         *         "orders:write"
         *       ]
         *     }
         */
        NewClient: {
            name: string;
            scopes: string[];
        };
        /**
         * @example {
         *       "id": "019a0000-0000-7000-8000-000000000009",
         *       "name": "Till of the shop",
         *       "scopes": [
         *         "orders:read",
         *         "orders:write"
         *       ],
         *       "revoked": false,
         *       "version": 1,
         *       "createdAt": "2026-11-21T09:30:00.000Z",
         *       "updatedAt": "2026-11-21T09:30:00.000Z"
         *     }
         */
        Client: {
            id: string;
            name: string;
            scopes: string[];
            revoked: boolean;
            /** @description Version of the aggregate: 1, 2, 3… without gaps */
            version: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            updatedAt: string;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "id": "019a0000-0000-7000-8000-000000000009",
         *           "name": "Till of the shop",
         *           "scopes": [
         *             "orders:read",
         *             "orders:write"
         *           ],
         *           "revoked": false,
         *           "version": 1,
         *           "createdAt": "2026-11-21T09:30:00.000Z",
         *           "updatedAt": "2026-11-21T09:30:00.000Z"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        ClientPage: {
            data: components["schemas"]["Client"][];
            nextCursor: string | null;
            total?: number;
        };
        /**
         * @example {
         *       "access_token": "eyJ…",
         *       "token_type": "Bearer",
         *       "expires_in": 600,
         *       "scope": "orders:read"
         *     }
         */
        TokenAnswer: {
            access_token: string;
            /** @enum {string} */
            token_type: "Bearer";
            expires_in: number;
            scope: string;
        };
        /**
         * @example {
         *       "error": "invalid_client",
         *       "error_description": "unknown client, or not its secret"
         *     }
         */
        TokenError: {
            error: string;
            error_description: string;
        };
        /**
         * @example {
         *       "grant_type": "client_credentials",
         *       "client_id": "…",
         *       "client_secret": "…"
         *     }
         */
        TokenForm: {
            /** @enum {string} */
            grant_type: "client_credentials";
            /** @description Some of the scopes of the client; left out: all of them */
            scope?: string;
            client_id?: string;
            client_secret?: string;
        };
        /**
         * @example {
         *       "keys": []
         *     }
         */
        KeySet: {
            keys: components["schemas"]["PublicKey"][];
        };
        /**
         * @example {
         *       "kty": "EC",
         *       "crv": "P-256",
         *       "x": "f83O…",
         *       "y": "x_FE…",
         *       "kid": "k0a1b2",
         *       "alg": "ES256",
         *       "use": "sig"
         *     }
         */
        PublicKey: {
            /** @enum {string} */
            kty: "EC";
            /** @enum {string} */
            crv: "P-256";
            x: string;
            y: string;
            kid: string;
            /** @enum {string} */
            alg: "ES256";
            /** @enum {string} */
            use: "sig";
        };
        /**
         * @example {
         *       "issuer": "https://shop.example.com"
         *     }
         */
        Issuer: {
            issuer: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * @example {
         *       "replace": false
         *     }
         */
        KeyRotation: {
            /** @description Left out: `false` */
            replace?: boolean;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "to": "anna@example.com",
         *           "subject": "Your code to log in: 123456",
         *           "text": "…",
         *           "at": "2026-11-21T09:30:00.000Z"
         *         }
         *       ]
         *     }
         */
        Mails: {
            data: components["schemas"]["Mail"][];
        };
        /**
         * @example {
         *       "to": "anna@example.com",
         *       "subject": "Your code to log in: 123456",
         *       "text": "…",
         *       "at": "2026-11-21T09:30:00.000Z"
         *     }
         */
        Mail: {
            to: string;
            subject: string;
            text: string;
            /** Format: date-time */
            at: string;
        };
        /**
         * @example {
         *       "sku": "MUG-BLUE-350",
         *       "quantity": 80,
         *       "reason": "count"
         *     }
         */
        StockImportLine: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            productId?: string;
            /**
             * @description Stock keeping unit, unique over all products, case-sensitive
             * @example MUG-BLUE-350
             */
            sku?: string;
            /** @description A count: what is on hand */
            quantity?: number;
            /** @description A difference to what is on hand; 0: none */
            delta?: number;
            /** @description The count holds only where this is on hand */
            expectedQuantity?: number;
            /** @enum {string} */
            reason?: "received" | "correction" | "damaged" | "shrinkage" | "restock" | "count";
            reference?: string;
        };
        /**
         * @example {
         *       "productId": "019a0000-0000-7000-8000-000000000001",
         *       "sku": "MUG-BLUE-350",
         *       "requested": 3,
         *       "available": 2
         *     }
         */
        Shortage: {
            /** Format: uuid */
            productId: string;
            sku: string;
            requested: number;
            available: number;
        };
        /**
         * @example {
         *       "productId": "019a0000-0000-7000-8000-000000000001",
         *       "sku": "MUG-BLUE-350",
         *       "onHand": 100,
         *       "reserved": 3,
         *       "available": 97,
         *       "version": 2,
         *       "createdAt": "2026-11-21T09:30:00.000Z",
         *       "updatedAt": "2026-11-21T09:30:00.000Z"
         *     }
         */
        Inventory: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            productId: string;
            /**
             * @description Stock keeping unit, unique over all products, case-sensitive
             * @example MUG-BLUE-350
             */
            sku: string;
            onHand: number;
            reserved: number;
            available: number;
            /** @description Version of the aggregate: 1, 2, 3… without gaps */
            version: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            updatedAt: string;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "productId": "019a0000-0000-7000-8000-000000000001",
         *           "sku": "MUG-BLUE-350",
         *           "onHand": 100,
         *           "reserved": 3,
         *           "available": 97,
         *           "version": 2,
         *           "createdAt": "2026-11-21T09:30:00.000Z",
         *           "updatedAt": "2026-11-21T09:30:00.000Z"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        InventoryPage: {
            data: components["schemas"]["Inventory"][];
            nextCursor: string | null;
            total?: number;
        };
        /**
         * @example {
         *       "productId": "019a0000-0000-7000-8000-000000000001",
         *       "sku": "MUG-BLUE-350",
         *       "quantity": 25
         *     }
         */
        NewInventory: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            productId: string;
            /**
             * @description Stock keeping unit, unique over all products, case-sensitive
             * @example MUG-BLUE-350
             */
            sku: string;
            quantity: number;
        };
        /**
         * @example {
         *       "quantity": 80,
         *       "reason": "count"
         *     }
         */
        StockCount: {
            quantity: number;
            /**
             * @description Left out: `"count"`
             * @example received
             * @enum {string}
             */
            reason?: "received" | "correction" | "damaged" | "shrinkage" | "restock" | "count";
            reference?: string;
        };
        /**
         * @example {
         *       "delta": 25,
         *       "reason": "received",
         *       "reference": "PO-1042"
         *     }
         */
        Adjustment: {
            delta: number;
            /**
             * @example received
             * @enum {string}
             */
            reason: "received" | "correction" | "damaged" | "shrinkage" | "restock" | "count";
            reference?: string;
        } | {
            quantity: number;
            expectedQuantity: number;
            /**
             * @example received
             * @enum {string}
             */
            reason: "received" | "correction" | "damaged" | "shrinkage" | "restock" | "count";
            reference?: string;
        };
        /**
         * @example {
         *       "orderId": "019a0000-0000-7000-8000-000000000002",
         *       "status": "confirmed",
         *       "expiresAt": null,
         *       "version": 2,
         *       "lines": [
         *         {
         *           "productId": "019a0000-0000-7000-8000-000000000001",
         *           "sku": "MUG-BLUE-350",
         *           "quantity": 3
         *         }
         *       ],
         *       "createdAt": "2026-11-21T09:30:00.000Z",
         *       "updatedAt": "2026-11-21T09:30:00.000Z"
         *     }
         */
        Reservation: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            orderId: string;
            /**
             * @description `restocked` where all of it is back on the shelf
             * @enum {string}
             */
            status: "reserved" | "confirmed" | "released" | "rejected" | "expired" | "committed" | "restocked";
            lines: components["schemas"]["ReservedLine"][];
            /** @description What has come back on the shelf so far */
            restocked?: components["schemas"]["ReservedLine"][];
            shortages?: components["schemas"]["Shortage"][];
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            expiresAt: string | null;
            /** @description Version of the aggregate: 1, 2, 3… without gaps */
            version: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            updatedAt: string;
        };
        /**
         * @example {
         *       "productId": "019a0000-0000-7000-8000-000000000001",
         *       "sku": "MUG-BLUE-350",
         *       "quantity": 3
         *     }
         */
        ReservedLine: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            productId: string;
            /**
             * @description Stock keeping unit, unique over all products, case-sensitive
             * @example MUG-BLUE-350
             */
            sku: string;
            quantity: number;
        };
        /**
         * @example {
         *       "line": 2,
         *       "status": "adjusted",
         *       "sku": "MUG-BLUE-350",
         *       "onHand": 80
         *     }
         */
        StockImportAnswer: components["schemas"]["StockImportResult"] | components["schemas"]["StockImportSummary"];
        /**
         * @example {
         *       "line": 2,
         *       "status": "adjusted",
         *       "sku": "MUG-BLUE-350",
         *       "onHand": 80
         *     }
         */
        StockImportResult: {
            line: number;
            /** @enum {string} */
            status: "adjusted" | "unchanged" | "would-adjust" | "refused";
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            productId?: string;
            sku?: string;
            onHand?: number;
            code?: string;
            detail?: string;
        };
        /**
         * @example {
         *       "status": "summary",
         *       "dryRun": false,
         *       "complete": true,
         *       "results": 1,
         *       "adjusted": 1,
         *       "unchanged": 0,
         *       "refused": 0
         *     }
         */
        StockImportSummary: {
            /** @enum {string} */
            status: "summary";
            dryRun: boolean;
            complete: boolean;
            results: number;
            adjusted: number;
            unchanged: number;
            refused: number;
        };
        /**
         * @example {
         *       "id": "019a0000-0000-7000-8000-000000000002",
         *       "customerId": "customer-17",
         *       "lines": [
         *         {
         *           "productId": "019a0000-0000-7000-8000-000000000001",
         *           "sku": "MUG-BLUE-350",
         *           "name": "Blue mug",
         *           "quantity": 3,
         *           "unitPrice": {
         *             "amount": 1299,
         *             "currency": "EUR"
         *           },
         *           "lineTotal": {
         *             "amount": 3897,
         *             "currency": "EUR"
         *           }
         *         }
         *       ],
         *       "total": {
         *         "amount": 3897,
         *         "currency": "EUR"
         *       },
         *       "status": "confirmed",
         *       "version": 2,
         *       "placedAt": "2026-11-21T09:30:00.000Z",
         *       "updatedAt": "2026-11-21T09:30:00.000Z"
         *     }
         */
        Order: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            id: string;
            customerId: string;
            lines: components["schemas"]["OrderLine"][];
            total: components["schemas"]["Money"];
            /** @enum {string} */
            status: "pending" | "confirmed" | "shipped" | "completed" | "cancelled" | "returned" | "attention";
            reason?: string;
            shortages?: components["schemas"]["Shortage"][];
            payment?: components["schemas"]["OrderPayment"];
            shipment?: components["schemas"]["Shipment"];
            returned?: components["schemas"]["OrderReturn"];
            /** @description One by one, oldest first; `returned` is their sum */
            returns?: components["schemas"]["ReturnOfOrder"][];
            attention?: components["schemas"]["Attention"];
            /** @description Version of the aggregate: 1, 2, 3… without gaps */
            version: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            placedAt: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            updatedAt: string;
        };
        /**
         * @example {
         *       "productId": "019a0000-0000-7000-8000-000000000001",
         *       "sku": "MUG-BLUE-350",
         *       "name": "Blue mug",
         *       "quantity": 3,
         *       "unitPrice": {
         *         "amount": 1299,
         *         "currency": "EUR"
         *       },
         *       "lineTotal": {
         *         "amount": 3897,
         *         "currency": "EUR"
         *       }
         *     }
         */
        OrderLine: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            productId: string;
            /**
             * @description Stock keeping unit, unique over all products, case-sensitive
             * @example MUG-BLUE-350
             */
            sku: string;
            name: string;
            quantity: number;
            unitPrice: components["schemas"]["Money"];
            lineTotal: components["schemas"]["Money"];
        };
        /**
         * @example {
         *       "amount": 1999,
         *       "currency": "EUR"
         *     }
         */
        Money: {
            /** @description Minor units of the currency: 1999 is 19.99 EUR, or 1999 JPY */
            amount: number;
            currency: components["schemas"]["Currency"];
        };
        /**
         * @description A currency code of ISO 4217
         * @example EUR
         */
        Currency: string;
        /**
         * @example {
         *       "id": "019a0000-0000-7000-8000-000000000003",
         *       "status": "captured",
         *       "authorized": {
         *         "amount": 3897,
         *         "currency": "EUR"
         *       },
         *       "captured": {
         *         "amount": 3897,
         *         "currency": "EUR"
         *       },
         *       "refunded": {
         *         "amount": 1299,
         *         "currency": "EUR"
         *       }
         *     }
         */
        OrderPayment: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            id: string;
            /**
             * @description `refunded` where all of it was; a part is told by the amounts
             * @enum {string}
             */
            status: "requested" | "authorized" | "captured" | "voided" | "refunded" | "failed";
            authorized: components["schemas"]["Money"];
            captured: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
        };
        /**
         * @example {
         *       "carrier": "DHL",
         *       "tracking": "00340434292135100186",
         *       "dispatchedAt": "2026-11-21T09:30:00.000Z"
         *     }
         */
        Shipment: {
            carrier: string;
            tracking: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            dispatchedAt: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            deliveredAt?: string;
        };
        /**
         * @example {
         *       "lines": [
         *         {
         *           "productId": "019a0000-0000-7000-8000-000000000001",
         *           "sku": "MUG-BLUE-350",
         *           "quantity": 1
         *         }
         *       ],
         *       "restock": true,
         *       "refund": {
         *         "amount": 1299,
         *         "currency": "EUR"
         *       }
         *     }
         */
        OrderReturn: {
            lines: components["schemas"]["ReturnedLine"][];
            restock: boolean;
            refund: components["schemas"]["Money"];
        };
        /**
         * @example {
         *       "productId": "019a0000-0000-7000-8000-000000000001",
         *       "sku": "MUG-BLUE-350",
         *       "quantity": 1
         *     }
         */
        ReturnedLine: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            productId: string;
            /**
             * @description Stock keeping unit, unique over all products, case-sensitive
             * @example MUG-BLUE-350
             */
            sku: string;
            quantity: number;
        };
        /**
         * @example {
         *       "lines": [
         *         {
         *           "productId": "019a0000-0000-7000-8000-000000000001",
         *           "sku": "MUG-BLUE-350",
         *           "quantity": 1
         *         }
         *       ],
         *       "restock": true,
         *       "refund": {
         *         "amount": 1299,
         *         "currency": "EUR"
         *       },
         *       "id": "019a0000-0000-7000-8000-000000000003",
         *       "refunded": {
         *         "amount": 1299,
         *         "currency": "EUR"
         *       },
         *       "returnedAt": "2026-11-21T09:30:00.000Z"
         *     }
         */
        ReturnOfOrder: {
            lines: components["schemas"]["ReturnedLine"][];
            restock: boolean;
            refund: components["schemas"]["Money"];
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            id: string;
            refunded: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            returnedAt: string;
        };
        /**
         * @example {
         *       "reason": "the capture failed: card_expired",
         *       "since": "2026-11-21T09:30:00.000Z"
         *     }
         */
        Attention: {
            reason: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            since: string;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "id": "019a0000-0000-7000-8000-000000000002",
         *           "customerId": "customer-17",
         *           "lines": [
         *             {
         *               "productId": "019a0000-0000-7000-8000-000000000001",
         *               "sku": "MUG-BLUE-350",
         *               "name": "Blue mug",
         *               "quantity": 3,
         *               "unitPrice": {
         *                 "amount": 1299,
         *                 "currency": "EUR"
         *               },
         *               "lineTotal": {
         *                 "amount": 3897,
         *                 "currency": "EUR"
         *               }
         *             }
         *           ],
         *           "total": {
         *             "amount": 3897,
         *             "currency": "EUR"
         *           },
         *           "status": "confirmed",
         *           "version": 2,
         *           "placedAt": "2026-11-21T09:30:00.000Z",
         *           "updatedAt": "2026-11-21T09:30:00.000Z"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        OrderPage: {
            data: components["schemas"]["Order"][];
            nextCursor: string | null;
            total?: number;
        };
        /**
         * @example {
         *       "customerId": "customer-17",
         *       "lines": [
         *         {
         *           "sku": "MUG-BLUE-350",
         *           "quantity": 3
         *         }
         *       ]
         *     }
         */
        NewOrder: {
            customerId: string;
            lines: components["schemas"]["WantedLine"][];
            /**
             * @description The payment provider's token; never a card number
             * @example pm_card_visa
             */
            paymentMethod?: string;
        };
        /**
         * @example {
         *       "sku": "MUG-BLUE-350",
         *       "quantity": 3
         *     }
         */
        WantedLine: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            productId: string;
            quantity: number;
        } | {
            /**
             * @description Stock keeping unit, unique over all products, case-sensitive
             * @example MUG-BLUE-350
             */
            sku: string;
            quantity: number;
        };
        /**
         * @example {
         *       "reason": "ordered twice"
         *     }
         */
        Cancellation: {
            /** @description Left out: `"cancelled by the customer"` */
            reason?: string;
        };
        /**
         * @example {
         *       "carrier": "DHL",
         *       "tracking": "00340434292135100186"
         *     }
         */
        Dispatch: {
            carrier: string;
            tracking: string;
        };
        /**
         * @example {
         *       "lines": [
         *         {
         *           "sku": "MUG-BLUE-350",
         *           "quantity": 1
         *         }
         *       ],
         *       "restock": true
         *     }
         */
        GoodsReturn: {
            /** @description What has come back; all that has not come back before where it is left out */
            lines?: components["schemas"]["WantedLine"][];
            /** @description Whether it goes back on the shelf. Left out: `false` */
            restock?: boolean;
        };
        /**
         * @example {
         *       "note": "paid by bank transfer"
         *     }
         */
        AttentionNote: {
            note: string;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "eventId": "019a0000-0000-7000-8000-000000000003",
         *           "eventType": "ProductRestoredEvent",
         *           "schema": 1,
         *           "version": 3,
         *           "position": "product.3@1-42",
         *           "at": "2026-11-21T09:30:00.000Z",
         *           "data": {},
         *           "meta": {
         *             "correlationId": "checkout-4711"
         *           },
         *           "category": "order"
         *         }
         *       ]
         *     }
         */
        Timeline: {
            data: components["schemas"]["TimelineEntry"][];
        };
        /**
         * @example {
         *       "eventId": "019a0000-0000-7000-8000-000000000003",
         *       "eventType": "ProductRestoredEvent",
         *       "schema": 1,
         *       "version": 3,
         *       "position": "product.3@1-42",
         *       "at": "2026-11-21T09:30:00.000Z",
         *       "data": {},
         *       "meta": {
         *         "correlationId": "checkout-4711"
         *       },
         *       "category": "order"
         *     }
         */
        TimelineEntry: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            eventId: string;
            eventType: string;
            /** @description The version of the event as it was written; `data` are as in its newest version */
            schema: number;
            /** @description Version of the aggregate: 1, 2, 3… without gaps */
            version: number;
            /** @example product.3@1-42 */
            position: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            at: string;
            data?: unknown;
            meta: components["schemas"]["EventMeta"];
            /** @enum {string} */
            category: "order" | "inventory" | "payment";
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "day": "2026-11-21",
         *           "productId": "019a0000-0000-7000-8000-000000000001",
         *           "sku": "MUG-BLUE-350",
         *           "units": 3,
         *           "amount": {
         *             "amount": 3897,
         *             "currency": "EUR"
         *           }
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        SalePage: {
            data: components["schemas"]["Sale"][];
            nextCursor: string | null;
            total?: number;
        };
        /**
         * @example {
         *       "day": "2026-11-21",
         *       "productId": "019a0000-0000-7000-8000-000000000001",
         *       "sku": "MUG-BLUE-350",
         *       "units": 3,
         *       "amount": {
         *         "amount": 3897,
         *         "currency": "EUR"
         *       }
         *     }
         */
        Sale: {
            /**
             * Format: date
             * @description A day, UTC
             * @example 2026-11-21
             */
            day: string;
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            productId: string;
            /**
             * @description Stock keeping unit, unique over all products, case-sensitive
             * @example MUG-BLUE-350
             */
            sku: string;
            /** @description Pieces in orders that were not cancelled, on the day of the order */
            units: number;
            amount: components["schemas"]["Money"];
        };
        /**
         * @example {
         *       "id": "019a0000-0000-7000-8000-000000000004",
         *       "orderId": "019a0000-0000-7000-8000-000000000002",
         *       "customerId": "customer-17",
         *       "amount": {
         *         "amount": 3897,
         *         "currency": "EUR"
         *       },
         *       "status": "captured",
         *       "captured": {
         *         "amount": 3897,
         *         "currency": "EUR"
         *       },
         *       "refunded": {
         *         "amount": 0,
         *         "currency": "EUR"
         *       },
         *       "refundable": {
         *         "amount": 3897,
         *         "currency": "EUR"
         *       },
         *       "refunds": [],
         *       "disputes": [],
         *       "provider": "stripe",
         *       "providerRef": "pi_1",
         *       "reason": null,
         *       "expiresAt": "2026-11-21T09:30:00.000Z",
         *       "version": 7,
         *       "createdAt": "2026-11-21T09:30:00.000Z",
         *       "updatedAt": "2026-11-21T09:30:00.000Z"
         *     }
         */
        Payment: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            id: string;
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            orderId: string;
            customerId: string;
            amount: components["schemas"]["Money"];
            /** @enum {string} */
            status: "pending" | "authorized" | "captured" | "refunded" | "failed" | "voided";
            captured: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
            refundable: components["schemas"]["Money"];
            /** @description Whoever asked for them, oldest first. `refunded` is what they have given back, `refundable` what is left */
            refunds: components["schemas"]["PaymentRefund"][];
            /** @description What customers asked back through their bank */
            disputes: components["schemas"]["PaymentDispute"][];
            provider: string;
            providerRef: string | null;
            /** @description Why it failed or ended, or what failed last */
            reason: string | null;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            expiresAt: string;
            /** @description Version of the aggregate: 1, 2, 3… without gaps */
            version: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            updatedAt: string;
        };
        /**
         * @example {
         *       "id": "019a0000-0000-7000-8000-000000000003",
         *       "amount": {
         *         "amount": 1299,
         *         "currency": "EUR"
         *       },
         *       "status": "succeeded",
         *       "reason": "returned",
         *       "by": "shop"
         *     }
         */
        PaymentRefund: {
            id: string;
            amount: components["schemas"]["Money"];
            /** @enum {string} */
            status: "pending" | "succeeded" | "failed" | "unclear";
            reason: string;
            /** @enum {string} */
            by: "shop" | "provider";
        };
        /**
         * @example {
         *       "id": "dp_1",
         *       "amount": {
         *         "amount": 3897,
         *         "currency": "EUR"
         *       },
         *       "status": "open",
         *       "reason": "fraudulent"
         *     }
         */
        PaymentDispute: {
            id: string;
            amount: components["schemas"]["Money"];
            /** @enum {string} */
            status: "open" | "won" | "lost";
            reason: string;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "id": "019a0000-0000-7000-8000-000000000004",
         *           "orderId": "019a0000-0000-7000-8000-000000000002",
         *           "customerId": "customer-17",
         *           "amount": {
         *             "amount": 3897,
         *             "currency": "EUR"
         *           },
         *           "status": "captured",
         *           "captured": {
         *             "amount": 3897,
         *             "currency": "EUR"
         *           },
         *           "refunded": {
         *             "amount": 0,
         *             "currency": "EUR"
         *           },
         *           "refundable": {
         *             "amount": 3897,
         *             "currency": "EUR"
         *           },
         *           "refunds": [],
         *           "disputes": [],
         *           "provider": "stripe",
         *           "providerRef": "pi_1",
         *           "reason": null,
         *           "expiresAt": "2026-11-21T09:30:00.000Z",
         *           "version": 7,
         *           "createdAt": "2026-11-21T09:30:00.000Z",
         *           "updatedAt": "2026-11-21T09:30:00.000Z"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        PaymentPage: {
            data: components["schemas"]["Payment"][];
            nextCursor: string | null;
            total?: number;
        };
        /**
         * @example {
         *       "amount": {
         *         "amount": 1299,
         *         "currency": "EUR"
         *       },
         *       "reason": "damaged"
         *     }
         */
        NewRefund: {
            amount?: components["schemas"]["RefundAmount"];
            /** @description Left out: `"refunded by hand"` */
            reason?: string;
        };
        /**
         * @example {
         *       "amount": 1299,
         *       "currency": "EUR"
         *     }
         */
        RefundAmount: {
            /** @description Minor units of the currency: 1999 is 19.99 EUR, or 1999 JPY */
            amount: number;
            currency: components["schemas"]["Currency"];
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "number": 1,
         *           "step": "authorize",
         *           "key": "019a0000-0000-7000-8000-000000000004:authorize:1",
         *           "refundId": null,
         *           "amount": {
         *             "amount": 3897,
         *             "currency": "EUR"
         *           },
         *           "outcome": "succeeded",
         *           "providerRef": "pi_1",
         *           "reason": null,
         *           "startedAt": "2026-11-21T09:30:00.000Z",
         *           "endedAt": "2026-11-21T09:30:00.000Z",
         *           "retryAt": null
         *         }
         *       ]
         *     }
         */
        PaymentAttempts: {
            data: components["schemas"]["PaymentAttempt"][];
        };
        /**
         * @example {
         *       "number": 1,
         *       "step": "authorize",
         *       "key": "019a0000-0000-7000-8000-000000000004:authorize:1",
         *       "refundId": null,
         *       "amount": {
         *         "amount": 3897,
         *         "currency": "EUR"
         *       },
         *       "outcome": "succeeded",
         *       "providerRef": "pi_1",
         *       "reason": null,
         *       "startedAt": "2026-11-21T09:30:00.000Z",
         *       "endedAt": "2026-11-21T09:30:00.000Z",
         *       "retryAt": null
         *     }
         */
        PaymentAttempt: {
            number: number;
            /** @enum {string} */
            step: "authorize" | "capture" | "void" | "refund";
            key: string;
            amount: components["schemas"]["Money"];
            refundId: string | null;
            /** @enum {string|null} */
            outcome: "succeeded" | "declined" | "failed" | "pending" | "unanswered" | null;
            providerRef: string | null;
            reason: string | null;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            endedAt: string | null;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            retryAt: string | null;
        };
        /**
         * @example {
         *       "received": true
         *     }
         */
        WebhookReceived: {
            /** @enum {boolean} */
            received: true;
        };
        /**
         * @example {
         *       "id": "evt_1",
         *       "type": "payment_intent.amount_capturable_updated",
         *       "data": {
         *         "object": {
         *           "id": "pi_1",
         *           "object": "payment_intent",
         *           "metadata": {
         *             "payment_id": "019a0000-0000-7000-8000-000000000004"
         *           }
         *         }
         *       }
         *     }
         */
        ProviderEvent: {
            id: string;
            type: string;
            data: components["schemas"]["ProviderEventData"];
        } & {
            [key: string]: unknown;
        };
        /**
         * @example {
         *       "object": {
         *         "id": "pi_1",
         *         "object": "payment_intent",
         *         "metadata": {
         *           "payment_id": "019a0000-0000-7000-8000-000000000004"
         *         }
         *       }
         *     }
         */
        ProviderEventData: {
            object: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * @example {
         *       "sku": "MUG-BLUE-350",
         *       "name": "Blue mug",
         *       "price": {
         *         "amount": 1299,
         *         "currency": "EUR"
         *       },
         *       "category": "kitchen",
         *       "attributes": {
         *         "colour": "blue",
         *         "volumeMl": 350
         *       }
         *     }
         */
        ImportedProduct: components["schemas"]["NewProduct"] | components["schemas"]["ImportedVariant"] | components["schemas"]["ChangeImported"];
        /**
         * @example {
         *       "sku": "MUG-BLUE-350",
         *       "name": "Blue mug",
         *       "price": {
         *         "amount": 1299,
         *         "currency": "EUR"
         *       },
         *       "category": "kitchen",
         *       "attributes": {
         *         "colour": "blue",
         *         "volumeMl": 350
         *       }
         *     }
         */
        NewProduct: {
            /**
             * @description Stock keeping unit, unique over all products, case-sensitive
             * @example MUG-BLUE-350
             */
            sku: string;
            /** @example Blue mug */
            name: string;
            price: components["schemas"]["Price"];
            /**
             * @description Left out: `""`
             * @example Stoneware, 350 ml
             */
            description?: string;
            /**
             * @description Left out: `null`
             * @example kitchen
             */
            category?: string | null;
            attributes?: components["schemas"]["Attributes"];
            /** @description Images and the like, the first one first. Left out: `[]` */
            media?: components["schemas"]["Medium"][];
            options?: components["schemas"]["Options"];
        };
        /**
         * @example {
         *       "amount": 1999,
         *       "currency": "EUR"
         *     }
         */
        Price: {
            /** @description Minor units of the currency: 1999 is 19.99 EUR, or 1999 JPY */
            amount: number;
            currency: components["schemas"]["Currency"];
        };
        /**
         * @description Left out: `{}`
         * @example {
         *       "colour": "blue",
         *       "volumeMl": 350
         *     }
         */
        Attributes: {
            [key: string]: string | number | boolean;
        };
        /**
         * @example {
         *       "url": "https://cdn.example.com/mug-blue.jpg",
         *       "alt": "A blue mug"
         *     }
         */
        Medium: {
            /** @example https://cdn.example.com/mug-blue.jpg */
            url: string;
            /** @description What is to be seen; empty: an ornament */
            alt: string;
        };
        /**
         * @description Left out: `{}`
         * @example {
         *       "size": [
         *         "S",
         *         "M",
         *         "L"
         *       ],
         *       "colour": [
         *         "blue",
         *         "white"
         *       ]
         *     }
         */
        Options: {
            [key: string]: string[];
        };
        /**
         * @example {
         *       "sku": "TEE-M-BLUE",
         *       "variantOf": "TEE",
         *       "choices": {
         *         "size": "M",
         *         "colour": "blue"
         *       }
         *     }
         */
        ImportedVariant: {
            /**
             * @description Stock keeping unit, unique over all products, case-sensitive
             * @example MUG-BLUE-350
             */
            sku: string;
            choices: components["schemas"]["Choices"];
            /** @example Blue mug */
            name?: string;
            /** @example Stoneware, 350 ml */
            description?: string;
            attributes?: components["schemas"]["Attributes"];
            /** @description Images and the like, the first one first */
            media?: components["schemas"]["Medium"][];
            price?: components["schemas"]["Price"];
            /**
             * @description Stock keeping unit, unique over all products, case-sensitive
             * @example MUG-BLUE-350
             */
            variantOf: string;
        };
        /**
         * @example {
         *       "size": "M",
         *       "colour": "blue"
         *     }
         */
        Choices: {
            [key: string]: string;
        };
        /**
         * @example {
         *       "sku": "MUG-BLUE-350",
         *       "name": "Blue mug, large"
         *     }
         */
        ChangeImported: {
            /**
             * @description Stock keeping unit, unique over all products, case-sensitive
             * @example MUG-BLUE-350
             */
            sku: string;
            price?: components["schemas"]["Price"];
            /** @example Blue mug */
            name?: string;
            /** @example Stoneware, 350 ml */
            description?: string;
            /** @example kitchen */
            category?: string | null;
            attributes?: components["schemas"]["Attributes"];
            /** @description Images and the like, the first one first */
            media?: components["schemas"]["Medium"][];
            options?: components["schemas"]["Options"];
        };
        /**
         * @example {
         *       "id": "019a0000-0000-7000-8000-000000000001",
         *       "sku": "MUG-BLUE-350",
         *       "name": "Blue mug",
         *       "description": "Stoneware, 350 ml",
         *       "category": "kitchen",
         *       "attributes": {
         *         "colour": "blue",
         *         "volumeMl": 350
         *       },
         *       "status": "active",
         *       "version": 1,
         *       "price": {
         *         "amount": 1299,
         *         "currency": "EUR"
         *       },
         *       "createdAt": "2026-11-21T09:30:00.000Z",
         *       "updatedAt": "2026-11-21T09:30:00.000Z",
         *       "media": [],
         *       "options": {},
         *       "variants": [],
         *       "variantOf": null,
         *       "choices": {}
         *     }
         */
        Product: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            id: string;
            /**
             * @description Stock keeping unit, unique over all products, case-sensitive
             * @example MUG-BLUE-350
             */
            sku: string;
            /** @example Blue mug */
            name: string;
            /** @example Stoneware, 350 ml */
            description: string;
            /** @example kitchen */
            category: string | null;
            attributes: components["schemas"]["Attributes"];
            price: components["schemas"]["Money"];
            /** @enum {string} */
            status: "active" | "archived";
            /** @description Images and the like, the first one first */
            media: components["schemas"]["Medium"][];
            options: components["schemas"]["Options"];
            variants: components["schemas"]["Variant"][];
            /**
             * Format: uuid
             * @description The product with the options; null: this is no variant
             */
            variantOf: string | null;
            choices: components["schemas"]["Choices"];
            /** @description Version of the aggregate: 1, 2, 3… without gaps */
            version: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            updatedAt: string;
        };
        /**
         * @example {
         *       "id": "019a0000-0000-7000-8000-000000000006",
         *       "sku": "TEE-M-BLUE",
         *       "choices": {
         *         "size": "M",
         *         "colour": "blue"
         *       }
         *     }
         */
        Variant: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            id: string;
            /**
             * @description Stock keeping unit, unique over all products, case-sensitive
             * @example MUG-BLUE-350
             */
            sku: string;
            choices: components["schemas"]["Choices"];
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "id": "019a0000-0000-7000-8000-000000000001",
         *           "sku": "MUG-BLUE-350",
         *           "name": "Blue mug",
         *           "description": "Stoneware, 350 ml",
         *           "category": "kitchen",
         *           "attributes": {
         *             "colour": "blue",
         *             "volumeMl": 350
         *           },
         *           "status": "active",
         *           "version": 1,
         *           "price": {
         *             "amount": 1299,
         *             "currency": "EUR"
         *           },
         *           "createdAt": "2026-11-21T09:30:00.000Z",
         *           "updatedAt": "2026-11-21T09:30:00.000Z",
         *           "media": [],
         *           "options": {},
         *           "variants": [],
         *           "variantOf": null,
         *           "choices": {}
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        ProductPage: {
            data: components["schemas"]["Product"][];
            nextCursor: string | null;
            total?: number;
        };
        /**
         * @example {
         *       "sku": "TEE-M-BLUE",
         *       "choices": {
         *         "size": "M",
         *         "colour": "blue"
         *       }
         *     }
         */
        NewVariant: {
            /**
             * @description Stock keeping unit, unique over all products, case-sensitive
             * @example MUG-BLUE-350
             */
            sku: string;
            choices: components["schemas"]["Choices"];
            /** @example Blue mug */
            name?: string;
            /** @example Stoneware, 350 ml */
            description?: string;
            attributes?: components["schemas"]["Attributes"];
            /** @description Images and the like, the first one first */
            media?: components["schemas"]["Medium"][];
            price?: components["schemas"]["Price"];
        };
        /**
         * @example {
         *       "name": "Blue mug, large"
         *     }
         */
        ProductChanges: {
            /** @example Blue mug */
            name?: string;
            /** @example Stoneware, 350 ml */
            description?: string;
            /** @example kitchen */
            category?: string | null;
            attributes?: components["schemas"]["Attributes"];
            /** @description Images and the like, the first one first */
            media?: components["schemas"]["Medium"][];
            options?: components["schemas"]["Options"];
        };
        /**
         * @example {
         *       "price": {
         *         "amount": 1499,
         *         "currency": "EUR"
         *       }
         *     }
         */
        NewPrice: {
            price: components["schemas"]["Price"];
        };
        /**
         * @example {
         *       "line": 1,
         *       "status": "created",
         *       "sku": "MUG-BLUE-350"
         *     }
         */
        ImportAnswer: components["schemas"]["ImportResult"] | components["schemas"]["ImportSummary"];
        /**
         * @example {
         *       "line": 1,
         *       "status": "created",
         *       "sku": "MUG-BLUE-350"
         *     }
         */
        ImportResult: {
            line: number;
            /** @enum {string} */
            status: "created" | "updated" | "unchanged" | "would-create" | "would-update" | "refused";
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            id?: string;
            sku?: string;
            code?: string;
            detail?: string;
        };
        /**
         * @example {
         *       "status": "summary",
         *       "dryRun": false,
         *       "complete": true,
         *       "results": 1,
         *       "created": 1,
         *       "updated": 0,
         *       "unchanged": 0,
         *       "refused": 0,
         *       "prices": [
         *         {
         *           "currency": "EUR",
         *           "count": 1,
         *           "lowest": 1299,
         *           "highest": 1299,
         *           "shown": "12.99 EUR to 12.99 EUR"
         *         }
         *       ],
         *       "warnings": []
         *     }
         */
        ImportSummary: {
            /** @enum {string} */
            status: "summary";
            dryRun: boolean;
            complete: boolean;
            results: number;
            created: number;
            updated: number;
            unchanged: number;
            refused: number;
            prices: components["schemas"]["PriceRange"][];
            warnings: string[];
        };
        /**
         * @example {
         *       "currency": "EUR",
         *       "count": 1,
         *       "lowest": 1299,
         *       "highest": 1299,
         *       "shown": "12.99 EUR to 12.99 EUR"
         *     }
         */
        PriceRange: {
            currency: string;
            count: number;
            lowest: number;
            highest: number;
            shown: string;
        };
        /**
         * @example {
         *       "id": "019a0000-0000-7000-8000-000000000005",
         *       "key": "kitchen",
         *       "name": "Kitchen & Dining",
         *       "parentId": null,
         *       "version": 1,
         *       "createdAt": "2026-11-21T09:30:00.000Z",
         *       "updatedAt": "2026-11-21T09:30:00.000Z"
         *     }
         */
        Category: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            id: string;
            /** @example kitchen */
            key: string;
            /** @example Kitchen & Dining */
            name: string;
            /**
             * Format: uuid
             * @description Null: at the top
             * @example null
             */
            parentId: string | null;
            /** @description Version of the tree when this category was last changed */
            version: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            updatedAt: string;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "id": "019a0000-0000-7000-8000-000000000005",
         *           "key": "kitchen",
         *           "name": "Kitchen & Dining",
         *           "parentId": null,
         *           "version": 1,
         *           "createdAt": "2026-11-21T09:30:00.000Z",
         *           "updatedAt": "2026-11-21T09:30:00.000Z",
         *           "products": 12,
         *           "productsBelow": 40
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        CategoryPage: {
            data: components["schemas"]["CountedCategory"][];
            nextCursor: string | null;
            total?: number;
        };
        /**
         * @example {
         *       "id": "019a0000-0000-7000-8000-000000000005",
         *       "key": "kitchen",
         *       "name": "Kitchen & Dining",
         *       "parentId": null,
         *       "version": 1,
         *       "createdAt": "2026-11-21T09:30:00.000Z",
         *       "updatedAt": "2026-11-21T09:30:00.000Z",
         *       "products": 12,
         *       "productsBelow": 40
         *     }
         */
        CountedCategory: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            id: string;
            /** @example kitchen */
            key: string;
            /** @example Kitchen & Dining */
            name: string;
            /**
             * Format: uuid
             * @description Null: at the top
             * @example null
             */
            parentId: string | null;
            /** @description Version of the tree when this category was last changed */
            version: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            updatedAt: string;
            /** @description Active products of this category */
            products: number;
            /** @description Active products of this category and of all below it */
            productsBelow: number;
        };
        /**
         * @example {
         *       "key": "kitchen",
         *       "name": "Kitchen & Dining",
         *       "parentId": null
         *     }
         */
        NewCategory: {
            /** @example kitchen */
            key: string;
            /** @example Kitchen & Dining */
            name: string;
            /**
             * Format: uuid
             * @description Null: at the top. Left out: `null`
             * @example null
             */
            parentId?: string | null;
        };
        /**
         * @example {
         *       "name": "Kitchen"
         *     }
         */
        CategoryChanges: {
            /** @example Kitchen & Dining */
            name?: string;
            /**
             * Format: uuid
             * @description Null: at the top
             * @example null
             */
            parentId?: string | null;
        };
        /**
         * @example {
         *       "id": "019a0000-0000-5000-8000-000000000001",
         *       "productId": "019a0000-0000-7000-8000-000000000001",
         *       "customerId": "customer-17",
         *       "rating": 5,
         *       "title": "My morning mug",
         *       "text": "Keeps the tea warm, and looks good.",
         *       "status": "approved",
         *       "reason": null,
         *       "verified": true,
         *       "version": 3,
         *       "createdAt": "2026-11-21T09:30:00.000Z",
         *       "updatedAt": "2026-11-21T09:30:00.000Z"
         *     }
         */
        Review: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            id: string;
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            productId: string;
            customerId: string;
            rating: number;
            title: string;
            text: string;
            /** @enum {string} */
            status: "pending" | "approved" | "rejected";
            /** @description Why it was rejected */
            reason: string | null;
            /** @description The product was delivered to this customer */
            verified: boolean;
            /** @description Version of the aggregate: 1, 2, 3… without gaps */
            version: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            updatedAt: string;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "id": "019a0000-0000-5000-8000-000000000001",
         *           "productId": "019a0000-0000-7000-8000-000000000001",
         *           "customerId": "customer-17",
         *           "rating": 5,
         *           "title": "My morning mug",
         *           "text": "Keeps the tea warm, and looks good.",
         *           "status": "approved",
         *           "reason": null,
         *           "verified": true,
         *           "version": 3,
         *           "createdAt": "2026-11-21T09:30:00.000Z",
         *           "updatedAt": "2026-11-21T09:30:00.000Z"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        ReviewPage: {
            data: components["schemas"]["Review"][];
            nextCursor: string | null;
            total?: number;
        };
        /**
         * @example {
         *       "productId": "019a0000-0000-7000-8000-000000000001",
         *       "customerId": "customer-17",
         *       "rating": 5,
         *       "title": "My morning mug",
         *       "text": "Keeps the tea warm, and looks good."
         *     }
         */
        NewReview: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            productId: string;
            customerId: string;
            rating: number;
            title: string;
            /** @description Left out: `""` */
            text?: string;
        };
        /**
         * @example {
         *       "reason": "It is about the delivery"
         *     }
         */
        Rejection: {
            reason: string;
        };
        /**
         * @example {
         *       "productId": "019a0000-0000-7000-8000-000000000001",
         *       "count": 3,
         *       "average": 4.33,
         *       "distribution": {
         *         "1": 0,
         *         "2": 0,
         *         "3": 1,
         *         "4": 0,
         *         "5": 2
         *       }
         *     }
         */
        Rating: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            productId: string;
            count: number;
            /** @description To two decimals; null: no reviews */
            average: number | null;
            distribution: components["schemas"]["RatingDistribution"];
        };
        /**
         * @example {
         *       "1": 0,
         *       "2": 0,
         *       "3": 1,
         *       "4": 0,
         *       "5": 2
         *     }
         */
        RatingDistribution: {
            1: number;
            2: number;
            3: number;
            4: number;
            5: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    gatewayLiveness: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
        };
    };
    gatewayReadiness: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Not all of it */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    signUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccount"];
            };
        };
        responses: {
            /** @description The new account, not verified yet */
            201: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description The address of what was created */
                    Location: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: An access token is needed */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Verification"];
            };
        };
        responses: {
            /** @description The account */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `code-invalid`: Not the right code, or no longer · `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description The account */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `code-invalid`: Not the right code, or no longer · `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestCode: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeRequest"];
            };
        };
        responses: {
            /** @description If there is an account, a code is on its way */
            202: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeSent"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description The tokens */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `credentials-invalid`: Not the right e-mail address, password or code */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `account-locked`: The account is locked · `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description The scope that is missing: RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logOutEverywhere: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They have ended */
            204: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: An access token is needed */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshRequest"];
            };
        };
        responses: {
            /** @description The tokens */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `credentials-invalid`: Not the right e-mail address, password or code */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended */
            204: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: An access token is needed */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    welcomeGuest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tokens */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: {
                /** @description Wait up to 2000 ms until the item is at least at this version */
                minVersion?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there can be read; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: older than what was asked for */
                    "Read-Model-Stale"?: boolean;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: An access token is needed */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseMe: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is erased */
            204: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: An access token is needed */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-required`: If-Match is required */
            428: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMe: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Profile"];
            };
        };
        responses: {
            /** @description The account */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: An access token is needed */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: Validation failed */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-required`: If-Match is required */
            428: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description The account */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: An access token is needed */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `password-wrong`: Not the present password · `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: An access token is needed */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAddresses: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressList"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: An access token is needed */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addAddress: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Address"];
            };
        };
        responses: {
            /** @description The new address */
            201: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description The address of what was created */
                    Location: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedAddress"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: An access token is needed */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit-reached`: Limit reached · `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeAddress: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is removed */
            204: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: An access token is needed */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-required`: If-Match is required */
            428: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAddress: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AddressChange"];
            };
        };
        responses: {
            /** @description The address */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedAddress"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: An access token is needed */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: Validation failed */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-required`: If-Match is required */
            428: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUser: {
        parameters: {
            query?: {
                /** @description Wait up to 2000 ms until the item is at least at this version */
                minVersion?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there can be read; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: older than what was asked for */
                    "Read-Model-Stale"?: boolean;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: An access token is needed */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The access token does not allow this */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description The scope that is missing: RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Items per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Column to sort by; `-` in front: descending */
                sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
                /** @description Count all items, too */
                includeTotal?: "true" | "false";
                /** @description Only those with this `email` */
                email?: string;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there can be read; for instance `product.3@1-42` */
                "Event-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: older than what was asked for */
                    "Read-Model-Stale"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: An access token is needed */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The access token does not allow this */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description The scope that is missing: RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUserHistory: {
        parameters: {
            query?: {
                /** @description Events per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: An access token is needed */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The access token does not allow this */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description The scope that is missing: RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setRoles: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleSet"];
            };
        };
        responses: {
            /** @description The user */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: An access token is needed */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rights-exceeded`: Nobody gives or takes rights that they do not have · `forbidden`: The access token does not allow this · `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description The scope that is missing: RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: Validation failed */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-required`: If-Match is required */
            428: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lockUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LockRequest"];
            };
        };
        responses: {
            /** @description The user */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: An access token is needed */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The access token does not allow this · `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description The scope that is missing: RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unlockUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: An access token is needed */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The access token does not allow this · `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description The scope that is missing: RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listClients: {
        parameters: {
            query?: {
                /** @description Items per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Column to sort by; `-` in front: descending */
                sort?: "createdAt" | "-createdAt";
                /** @description Count all items, too */
                includeTotal?: "true" | "false";
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there can be read; for instance `product.3@1-42` */
                "Event-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: older than what was asked for */
                    "Read-Model-Stale"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientPage"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: An access token is needed */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The access token does not allow this */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description The scope that is missing: RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewClient"];
            };
        };
        responses: {
            /** @description The new client */
            201: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description The address of what was created */
                    Location: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientWithSecret"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: An access token is needed */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rights-exceeded`: Nobody gives or takes rights that they do not have · `forbidden`: The access token does not allow this · `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description The scope that is missing: RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getClient: {
        parameters: {
            query?: {
                /** @description Wait up to 2000 ms until the item is at least at this version */
                minVersion?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there can be read; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Only those with this `id` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The client */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: older than what was asked for */
                    "Read-Model-Stale"?: boolean;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: An access token is needed */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The access token does not allow this */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description The scope that is missing: RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeClient: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": string;
            };
            path: {
                /** @description Only those with this `id` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The client */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: An access token is needed */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The access token does not allow this · `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description The scope that is missing: RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-required`: If-Match is required */
            428: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getClientHistory: {
        parameters: {
            query?: {
                /** @description Events per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description Only those with this `id` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: An access token is needed */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The access token does not allow this */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description The scope that is missing: RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issueToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenForm"];
            };
        };
        responses: {
            /** @description The token */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenAnswer"];
                };
            };
            /** @description Not a request that can be answered */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenError"];
                };
            };
            /** @description Unknown client, or not its secret */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenError"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getKeySet: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RFC 7517 */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeySet"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIssuer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenID Connect Discovery */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Issuer"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateSigningKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["KeyRotation"];
            };
        };
        responses: {
            /** @description The keys that are published now */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeySet"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: An access token is needed */
            401: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description How to ask: RFC 6750 */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The access token does not allow this · `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description The scope that is missing: RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readInbox: {
        parameters: {
            query?: {
                /** @description Only those to this address */
                to?: string;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mails */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mails"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInventory: {
        parameters: {
            query?: {
                /** @description Wait up to 2000 ms until the item is at least at this version */
                minVersion?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there can be read; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stock of the product */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: older than what was asked for */
                    "Read-Model-Stale"?: boolean;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inventory"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceInventory: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StockCount"];
            };
        };
        responses: {
            /** @description The stock of the product */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inventory"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `out-of-stock`: Not enough stock */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: Validation failed */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-required`: If-Match is required */
            428: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeInventory: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The inventory as it was removed */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inventory"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stock-reserved`: Stock is reserved by open orders */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-required`: If-Match is required */
            428: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInventories: {
        parameters: {
            query?: {
                /** @description Items per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Column to sort by; `-` in front: descending */
                sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "sku" | "-sku" | "onHand" | "-onHand" | "available" | "-available";
                /** @description Count all items, too */
                includeTotal?: "true" | "false";
                /** @description Only those with this `productId`, or one of several, separated by commas */
                productId?: string[];
                /** @description Only those with this `sku`, or one of several, separated by commas */
                sku?: string[];
                /** @description Whether any is available */
                inStock?: "false" | "true";
                /** @description At least so many */
                minAvailable?: number;
                /** @description At most so many */
                maxAvailable?: number;
                /** @description `createdAt` is then or later: a day (UTC) or a time */
                createdFrom?: string;
                /** @description `createdAt` is then or earlier: a day (UTC, all of it) or a time */
                createdTo?: string;
                /** @description `updatedAt` is then or later: a day (UTC) or a time */
                updatedFrom?: string;
                /** @description `updatedAt` is then or earlier: a day (UTC, all of it) or a time */
                updatedTo?: string;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there can be read; for instance `product.3@1-42` */
                "Event-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: older than what was asked for */
                    "Read-Model-Stale"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InventoryPage"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createInventory: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInventory"];
            };
        };
        responses: {
            /** @description The new inventory */
            201: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description The address of what was created */
                    Location: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inventory"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `inventory-exists`: The product already has an inventory · `sku-taken`: Another product has this SKU · `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `product-unknown`: Unknown product · `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInventoryHistory: {
        parameters: {
            query?: {
                /** @description Events per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adjustInventory: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Adjustment"];
            };
        };
        responses: {
            /** @description The stock of the product */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inventory"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `out-of-stock`: Not enough stock · `stock-changed`: The stock has changed · `limit-reached`: Limit reached · `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReservation: {
        parameters: {
            query?: {
                /** @description Wait up to 2000 ms until the item is at least at this version */
                minVersion?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there can be read; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reservation */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: older than what was asked for */
                    "Read-Model-Stale"?: boolean;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importStock: {
        parameters: {
            query?: {
                /** @description `true`: nothing is written */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
                "text/csv": string;
            };
        };
        responses: {
            /** @description One result per line, then the summary */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["StockImportAnswer"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrder: {
        parameters: {
            query?: {
                /** @description Wait up to 2000 ms until the item is at least at this version */
                minVersion?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there can be read; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: older than what was asked for */
                    "Read-Model-Stale"?: boolean;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /** @description Items per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Column to sort by; `-` in front: descending */
                sort?: "placedAt" | "-placedAt" | "updatedAt" | "-updatedAt" | "total" | "-total";
                /** @description Count all items, too */
                includeTotal?: "true" | "false";
                /** @description Only those with this `customerId` */
                customerId?: string;
                /** @description Only those with this `id`, or one of several, separated by commas */
                id?: string[];
                /** @description Only those with this `status`, or one of several, separated by commas */
                status?: ("pending" | "confirmed" | "shipped" | "completed" | "cancelled" | "returned" | "attention")[];
                /** @description Orders with a line of this SKU, or of one of several */
                sku?: string[];
                /** @description Only those with this `currency`, or one of several, separated by commas */
                currency?: components["schemas"]["Currency"][];
                /** @description `placedAt` is then or later: a day (UTC) or a time */
                placedFrom?: string;
                /** @description `placedAt` is then or earlier: a day (UTC, all of it) or a time */
                placedTo?: string;
                /** @description `updatedAt` is then or later: a day (UTC) or a time */
                updatedFrom?: string;
                /** @description `updatedAt` is then or earlier: a day (UTC, all of it) or a time */
                updatedTo?: string;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there can be read; for instance `product.3@1-42` */
                "Event-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: older than what was asked for */
                    "Read-Model-Stale"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderPage"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    placeOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOrder"];
            };
        };
        responses: {
            /** @description The new order, pending */
            201: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description The address of what was created */
                    Location: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `product-unknown`: Unknown product · `currencies-mixed`: All amounts must have the same currency · `order-too-large`: The order is too large · `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrderHistory: {
        parameters: {
            query?: {
                /** @description Events per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Cancellation"];
            };
        };
        responses: {
            /** @description The order */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order-not-cancellable`: The order can no longer be cancelled · `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    shipOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Dispatch"];
            };
        };
        responses: {
            /** @description The order */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order-not-shippable`: The order cannot be shipped now · `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deliverOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order-not-deliverable`: The order is not in transit · `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    returnOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["GoodsReturn"];
            };
        };
        responses: {
            /** @description The order */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order-not-returnable`: The order cannot be returned now · `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-ordered`: More is returned than was ordered · `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryOrderPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order-needs-no-attention`: The order needs no attention · `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveOrderAttention: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttentionNote"];
            };
        };
        responses: {
            /** @description The order */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order-needs-no-attention`: The order needs no attention · `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrderTimeline: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events, causes before effects */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSales: {
        parameters: {
            query?: {
                /** @description Items per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Column to sort by; `-` in front: descending */
                sort?: "day" | "-day";
                /** @description Count all items, too */
                includeTotal?: "true" | "false";
                /** @description A day, UTC */
                from?: string;
                /** @description A day, UTC */
                to?: string;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there can be read; for instance `product.3@1-42` */
                "Event-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: older than what was asked for */
                    "Read-Model-Stale"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SalePage"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPayment: {
        parameters: {
            query?: {
                /** @description Wait up to 2000 ms until the item is at least at this version */
                minVersion?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there can be read; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payment */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: older than what was asked for */
                    "Read-Model-Stale"?: boolean;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPayments: {
        parameters: {
            query?: {
                /** @description Items per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Column to sort by; `-` in front: descending */
                sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "amount" | "-amount";
                /** @description Count all items, too */
                includeTotal?: "true" | "false";
                /** @description Only those with this `id`, or one of several, separated by commas */
                id?: string[];
                /** @description Only those with this `status`, or one of several, separated by commas */
                status?: ("pending" | "authorized" | "captured" | "refunded" | "failed" | "voided")[];
                /** @description Only those with this `orderId`, or one of several, separated by commas */
                orderId?: string[];
                /** @description Only those with this `currency`, or one of several, separated by commas */
                currency?: components["schemas"]["Currency"][];
                /** @description Only those with this `customerId` */
                customerId?: string;
                /** @description `createdAt` is then or later: a day (UTC) or a time */
                createdFrom?: string;
                /** @description `createdAt` is then or earlier: a day (UTC, all of it) or a time */
                createdTo?: string;
                /** @description `updatedAt` is then or later: a day (UTC) or a time */
                updatedFrom?: string;
                /** @description `updatedAt` is then or earlier: a day (UTC, all of it) or a time */
                updatedTo?: string;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there can be read; for instance `product.3@1-42` */
                "Event-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: older than what was asked for */
                    "Read-Model-Stale"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentPage"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPaymentHistory: {
        parameters: {
            query?: {
                /** @description Events per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refundPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewRefund"];
            };
        };
        responses: {
            /** @description The payment; `refunded` grows when the provider has answered */
            202: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payment-not-refundable`: Nothing is left to refund · `refund-too-large`: The refund is larger than what is left · `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `currencies-mixed`: All amounts must have the same currency · `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPaymentAttempts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calls, oldest first */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentAttempts"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveWebhook: {
        parameters: {
            query?: never;
            header: {
                /** @description The signature: `t=<unix seconds>,v1=<HMAC-SHA256 of "t.body", in hex>` */
                "Simulated-Signature": string;
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Only those with this `provider` */
                provider: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderEvent"];
            };
        };
        responses: {
            /** @description Taken note of */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookReceived"];
                };
            };
            /** @description `signature-invalid`: Invalid signature · `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProduct: {
        parameters: {
            query?: {
                /** @description Wait up to 2000 ms until the item is at least at this version */
                minVersion?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there can be read; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: older than what was asked for */
                    "Read-Model-Stale"?: boolean;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archiveProduct: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-required`: If-Match is required */
            428: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateProduct: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductChanges"];
            };
        };
        responses: {
            /** @description The product */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `product-archived`: The product is archived · `options-missing`: The product has no options · `options-in-use`: A variant uses this option */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: Validation failed */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-required`: If-Match is required */
            428: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProducts: {
        parameters: {
            query?: {
                /**
                 * @description Products with these attributes, options or choices: `attr[colour]=blue`, or shorter `attr.colour=blue`. A value that reads as a number or as true or false finds those, too; in double quotes it is a text.
                 * @example {}
                 */
                attr?: {
                    [key: string]: string;
                };
                /** @description Items per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Column to sort by; `-` in front: descending */
                sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "name" | "-name" | "sku" | "-sku" | "price" | "-price";
                /** @description Count all items, too */
                includeTotal?: "true" | "false";
                /** @description Only those with this `id`, or one of several, separated by commas */
                id?: string[];
                /** @description Archived products only where asked for: `archived`, or `active,archived` */
                status?: ("active" | "archived")[];
                /** @description Only those with this `category` */
                category?: string;
                /** @description With `category`: also the products of all categories below it */
                subcategories?: "true" | "false";
                /** @description Only those with this `sku`, or one of several, separated by commas */
                sku?: string[];
                /** @description Variants of this product, or of one of several; `null`: what is no variant */
                variantOf?: ("null" | string)[];
                /** @description Only those with this `currency`, or one of several, separated by commas */
                currency?: components["schemas"]["Currency"][];
                /** @description Whether any is available, of the product or of one of its variants that are on sale; as with the inventory, a moment later */
                inStock?: "false" | "true";
                /** @description Words, or parts of words, of the name or the SKU: in any order and case, without accents */
                search?: string;
                /** @description Minor units */
                minPrice?: number;
                /** @description Minor units */
                maxPrice?: number;
                /** @description `createdAt` is then or later: a day (UTC) or a time */
                createdFrom?: string;
                /** @description `createdAt` is then or earlier: a day (UTC, all of it) or a time */
                createdTo?: string;
                /** @description `updatedAt` is then or later: a day (UTC) or a time */
                updatedFrom?: string;
                /** @description `updatedAt` is then or earlier: a day (UTC, all of it) or a time */
                updatedTo?: string;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there can be read; for instance `product.3@1-42` */
                "Event-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: older than what was asked for */
                    "Read-Model-Stale"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductPage"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewProduct"];
            };
        };
        responses: {
            /** @description The new product */
            201: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description The address of what was created */
                    Location: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sku-taken`: Another product has this SKU · `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProductHistory: {
        parameters: {
            query?: {
                /** @description Events per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addVariant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewVariant"];
            };
        };
        responses: {
            /** @description The new variant */
            201: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description The address of what was created */
                    Location: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sku-taken`: Another product has this SKU · `product-archived`: The product is archived · `options-missing`: The product has no options · `variant-exists`: A variant with these choices exists · `limit-reached`: Limit reached · `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `choices-invalid`: The choices do not match the options of the product · `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePrice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPrice"];
            };
        };
        responses: {
            /** @description The product */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `product-archived`: The product is archived · `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `product-archived`: The product is archived · `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importProducts: {
        parameters: {
            query?: {
                /** @description Whose export the file is: see docs/import.md */
                format?: "quickmart" | "shopify" | "woocommerce" | "olist";
                /** @description `upsert`: a known SKU is changed instead of refused */
                mode?: "create" | "upsert";
                /** @description `true`: nothing is written */
                dryRun?: "true" | "false";
                /** @description Of the prices of a foreign file, which does not name it. Without: EUR; Olist: BRL */
                currency?: string;
                /** @description Minor units: the price of what has none in a foreign file */
                amount?: string;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
                "text/csv": string;
            };
        };
        responses: {
            /** @description One result per line, then the summary */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["ImportAnswer"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCategory: {
        parameters: {
            query?: {
                /** @description Wait up to 2000 ms until the item is at least at this version */
                minVersion?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there can be read; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The category */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: older than what was asked for */
                    "Read-Model-Stale"?: boolean;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateCategory: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryChanges"];
            };
        };
        responses: {
            /** @description The category */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `category-cycle`: A category cannot be below itself */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `category-unknown`: Unknown parent category · `validation-failed`: Validation failed */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-required`: If-Match is required */
            428: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCategories: {
        parameters: {
            query?: {
                /** @description Items per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Column to sort by; `-` in front: descending */
                sort?: "key" | "-key" | "name" | "-name" | "createdAt" | "-createdAt";
                /** @description Count all items, too */
                includeTotal?: "true" | "false";
                /** @description Only those with this `key` */
                key?: string;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there can be read; for instance `product.3@1-42` */
                "Event-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: older than what was asked for */
                    "Read-Model-Stale"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryPage"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCategory: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCategory"];
            };
        };
        responses: {
            /** @description The new category */
            201: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description The address of what was created */
                    Location: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `category-exists`: Another category has this key · `limit-reached`: Limit reached · `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `category-unknown`: Unknown parent category · `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReview: {
        parameters: {
            query?: {
                /** @description Wait up to 2000 ms until the item is at least at this version */
                minVersion?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there can be read; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The review */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: older than what was asked for */
                    "Read-Model-Stale"?: boolean;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReviews: {
        parameters: {
            query?: {
                /** @description Items per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Column to sort by; `-` in front: descending */
                sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "rating" | "-rating";
                /** @description Count all items, too */
                includeTotal?: "true" | "false";
                /** @description Only those with this `productId`, or one of several, separated by commas */
                productId?: string[];
                /** @description Only those with this `status`, or one of several, separated by commas */
                status?: ("pending" | "approved" | "rejected")[];
                /** @description Only those with this `customerId` */
                customerId?: string;
                /** @description At least so many stars */
                minRating?: number;
                /** @description At most so many stars */
                maxRating?: number;
                /** @description Only those with this `verified` */
                verified?: "false" | "true";
                /** @description `createdAt` is then or later: a day (UTC) or a time */
                createdFrom?: string;
                /** @description `createdAt` is then or earlier: a day (UTC, all of it) or a time */
                createdTo?: string;
                /** @description `updatedAt` is then or later: a day (UTC) or a time */
                updatedFrom?: string;
                /** @description `updatedAt` is then or earlier: a day (UTC, all of it) or a time */
                updatedTo?: string;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there can be read; for instance `product.3@1-42` */
                "Event-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: older than what was asked for */
                    "Read-Model-Stale"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewPage"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReview"];
            };
        };
        responses: {
            /** @description The new review */
            201: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description The address of what was created */
                    Location: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `review-exists`: You have reviewed this product · `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReviewHistory: {
        parameters: {
            query?: {
                /** @description Events per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The review */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: string;
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: string;
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rejection"];
            };
        };
        responses: {
            /** @description The review */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description The version
                     * @example "7"
                     */
                    ETag: string;
                    /**
                     * @description Where the event stands in the log
                     * @example product.3@1-42
                     */
                    "Event-Position"?: string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-write`: A page of another site may not write */
            403: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-in-progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale`: If-Match is not the current version */
            412: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: Request body too large */
            413: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: Unsupported content type */
            415: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /** @description `true`: the answer of an earlier request */
                    "Idempotency-Replayed"?: boolean;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `read-model-behind`: The read model has not caught up yet */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRating: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rating; of a product without reviews: zeros */
            200: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rating"];
                };
            };
            /** @description `malformed-request`: Malformed request */
            400: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host-unknown`: This name is none of ours */
            421: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large`: URL and headers too large */
            431: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
            500: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-failed`: The service broke off */
            502: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A dependency is unavailable */
            503: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    /**
                     * @description Seconds to wait
                     * @example 1
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-late`: The service did not answer in time */
            504: {
                headers: {
                    /** @description Of this request */
                    "X-Correlation-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}

export type ServiceName = "identity" | "inventory" | "order" | "payment" | "product" | "review";
