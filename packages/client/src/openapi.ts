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
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens, as it happens: server-sent events
         * @description A customer gets the events of what is theirs: what has happened, without its data, which the item itself shows. Staff get the events whose histories they may read. Personal data is null. Without `Last-Event-ID` the stream begins now. `event: reset` says that it could not go on where it was: read anew what you show. `event: end` says why a stream ends: come back with `Last-Event-ID`.
         */
        get: operations["followEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new cart
         * @description It is kept until nobody has used it for 30 days.
         */
        post: operations["createCart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A cart: what is in it, what it costs and why, and what has changed since it was shown last
         * @description Prices, rules and stock are those of now. `changes` names each price that is another one, and each line that can be bought in full no more, or again.
         */
        get: operations["getCart"];
        put?: never;
        post?: never;
        /**
         * Throw a cart away
         * @description An order that was placed from it stays.
         */
        delete: operations["deleteCart"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carts/{id}/lines/{sku}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set how many of a SKU are in the cart; 0 takes it out
         * @description More than are in stock may be put in: the line says so, and the checkout is refused until it fits.
         */
        put: operations["setCartLine"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carts/{id}/coupons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a coupon into the cart
         * @description Also one that does not apply now: `quote.refusals` says why not, and the checkout goes on without it only when it is taken out.
         */
        post: operations["addCartCoupon"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carts/{id}/coupons/{code}": {
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
         * Take a coupon out of the cart
         * @description In capitals or not; a code that is not in it changes nothing.
         */
        delete: operations["removeCartCoupon"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carts/{id}/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Where the order goes, and where the bill goes
         * @description Kept sealed, field by field. From then on the cart is the caller’s. Without `billing`, both are the same.
         */
        put: operations["setCartAddresses"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carts/{id}/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Where the buyer is written to
         * @description Kept sealed. From then on the cart is the caller’s.
         */
        put: operations["setCartEmail"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carts/{id}/shipping-method": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose a shipping method by its key
         * @description `quote.methods` has those that can be chosen; `quote.refusals` says why this one cannot be.
         */
        put: operations["setCartShippingMethod"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carts/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take over what is in another cart, which then ends; for who logs in with a cart of before
         * @description Quantities of the same SKU are added, coupons are taken over; once, however often it is asked for. The other cart must be the caller’s, or nobody’s, or that of the guest whose access token is `guestToken`.
         */
        post: operations["mergeCart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carts/{id}/checkout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Order what is in the cart
         * @description Answers with the order, `pending`: `GET /api/orders/{id}` tells what becomes of it. Asked for twice, at once or later, there is one order. 503: whether there is one is not known; repeat it, and until then the cart does not change.
         */
        post: operations["checkOutCart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/{service}/consumers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who reads what, and how far: owners, lag, retries, dead letters
         * @description Read from the log itself: always up to date.
         */
        get: operations["listConsumers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/{service}/consumers/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have the process that answers read, too, where no worker does
         * @description For a process that serves requests only, while the workers are away. Workers that come back share the work with it. It stops with the process.
         */
        post: operations["startConsumers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/{service}/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events that could not be handled, and why
         * @description Read from the log itself: always up to date.
         */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/{service}/dead-letters/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have dead letters handled again, per aggregate in order
         * @description Chosen by one of `id`, `aggregateId` and `error`; without any: all of the group. It begins within about a second. Where one fails again, it is a dead letter again.
         */
        post: operations["redriveDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/{service}/dead-letters/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give dead letters up; they are kept apart, with the reason
         * @description Events of their aggregates that wait behind them stay, and can be redriven then.
         */
        post: operations["discardDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/{service}/timers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Timers: what is due next, and what is late
         * @description Read from the log itself: always up to date.
         */
        get: operations["listTimers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/{service}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What went wrong, by cause: how often, since when, and where to look
         * @description The 200 causes that were seen last, of all processes of the service.
         */
        get: operations["listErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/{service}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What others have told this service, and what was refused and why
         * @description The newest 200 that were accepted, and as many that were refused.
         */
        get: operations["listWebhooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/{service}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what, the newest first
         * @description Events that somebody asked for, and what operators did. With `actor`, an answer may be empty and have a `nextCursor`.
         */
        get: operations["listDeeds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/{service}/redis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The memory of Redis against its limit
         * @description Read from the log itself: always up to date.
         */
        get: operations["getRedis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/{service}/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The categories that a service writes, and how much of Redis their events take
         * @description Read from the log itself: always up to date.
         */
        get: operations["listCategorySizes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/{service}/redis/limit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give Redis more memory, until it starts again
         * @description Sets `maxmemory` of each server that takes writes. It has to be more than what is used, and no more than the machine has. Where the user of the services may not do that in Redis, this is refused.
         */
        post: operations["raiseRedisLimit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/{service}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find events of this service in the whole log
         * @description The first search has the log read once, in the background: `indexed` says how far that is. Personal data is opened for who may read the histories of the service; else it says only what is sealed there.
         */
        get: operations["findEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/{service}/aggregates/{category}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An aggregate at any of its versions: the event, and the state before and after it
         * @description Read from the log itself: always up to date.
         */
        get: operations["getAggregateAt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/{service}/read-models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The read models of a service, how far they are, and what was last done with them
         * @description Read from the log itself: always up to date.
         */
        get: operations["listReadModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/{service}/read-models/{readModel}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compare every row with what the log says; nothing is changed
         * @description It is under way when this answers: the list says how far it is, and what it has found.
         */
        post: operations["verifyReadModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/{service}/read-models/{readModel}/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Build it anew from the log, while the old rows serve
         * @description It is under way when this answers. After an interruption the next rebuild goes on where it was.
         */
        post: operations["rebuildReadModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pick-lists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One pick list
         * @description What was created is here right after its 201: the read waits for it, and for `minVersion` or `Event-Position`.
         */
        get: operations["getPickList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pick-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pick lists, page by page
         * @description Page by page: `nextCursor` of the answer is the `cursor` of the next request. Filters are joined by "and"; an unknown parameter is refused.
         */
        get: operations["listPickLists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pick-lists/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The events of a pick list, oldest first
         * @description Read from the log itself: always up to date.
         */
        get: operations["getPickListHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One delivery shipment
         * @description What was created is here right after its 201: the read waits for it, and for `minVersion` or `Event-Position`.
         */
        get: operations["getDeliveryShipment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shipments, page by page
         * @description Page by page: `nextCursor` of the answer is the `cursor` of the next request. Filters are joined by "and"; an unknown parameter is refused.
         */
        get: operations["listShipments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipments/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The events of a delivery shipment, oldest first
         * @description Read from the log itself: always up to date.
         */
        get: operations["getDeliveryShipmentHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pack a shipment: all that is left to pick of an order, or some of its lines
         * @description Of a confirmed order. It is sent by `dispatch`; until then it can be unpacked. The order decides at the dispatch.
         */
        post: operations["packShipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipments/{id}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand a packed shipment to the carrier: the order sends it, and the money for it is captured
         * @description Needs `orders:write`, too: the order is asked with the same token, and decides. Where the carrier is the one of the shop and there is no number, it is booked there. 503: nobody knows whether it was sent; repeat it, it is sent once.
         */
        post: operations["dispatchDeliveryShipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipments/{id}/unpack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unpack a shipment: what is in it is to be picked again
         * @description Only before it is dispatched.
         */
        post: operations["unpackDeliveryShipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipments/{id}/deliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that a shipment has arrived; the order notes it a moment later
         * @description Once all of an order has arrived, the order is completed.
         */
        post: operations["deliverDeliveryShipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipments/{id}/lost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that the carrier has lost a shipment; the order refunds it a moment later
         * @description It ends with that, also where it is found later.
         */
        post: operations["loseDeliveryShipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipments/{id}/returned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that a shipment has come back without being delivered; the order refunds it a moment later
         * @description With `restock`, the goods are on the shelf again.
         */
        post: operations["returnDeliveryShipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carriers/{carrier}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * For the carrier: where a shipment is, signed as `t=<unix seconds>,v1=<HMAC-SHA256 of t.body>`
         * @description The bytes of the body are what is signed. `delivered`, `lost` and `returned` end the shipment, and the order notes it; what is told after that is acknowledged, and changes nothing.
         */
        post: operations["receiveCarrierEvent"];
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
         * @description It reads the log from its first event on, and takes its time.
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
    "/api/me/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for another e-mail address; a code is sent there
         * @description With the password, or with a code to log in that was sent to the present address. Nothing changes before the new address is confirmed. Always 202: whether another account has the address nobody learns here.
         */
        post: operations["requestEmailChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/email/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the new address by the code that was sent there; all sessions end
         * @description From then on the account is entered by the new address. The one before is told, and is free. Log in again.
         */
        post: operations["confirmEmailChange"];
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
         * @description Wrong passwords are forgotten. Nobody lets in somebody with rights that they do not have.
         */
        post: operations["unlockUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/sessions": {
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
         * End all sessions of a user; an access token is valid until it expires, ten minutes at most
         * @description They can log in again. Nobody ends the sessions of somebody with rights that they do not have.
         */
        delete: operations["endUserSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase a person, everywhere and for ever
         * @description Also a guest, or a customer without an account. It may be repeated. Nobody erases somebody with rights that they do not have.
         */
        post: operations["erasePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Everything that is known about a person, as one JSON file
         * @description It reads the log from its first event on, and takes its time.
         */
        post: operations["exportPerson"];
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
         * @description A new key signs in an hour, when whoever verifies knows it; until then there is no other new one. With `replace` it signs at once and the others are no longer published: services that have a copy of them take their tokens for ten minutes more.
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
         * @description Prices, discounts, shipping and taxes come from the rules of the shop, never from the request. A coupon that does not hold refuses the order, and says why. The answer is `pending`; what becomes of it is told by `GET /api/orders/{id}`: `confirmed` when stock and payment are there, or `cancelled` with its reason. The order service has a copy of catalog and rules: send the `Event-Position` of a change of them to have it counted.
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
    "/api/orders/{id}/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay a pending order by another payment method, after the one before was declined
         * @description For an order that was placed with `onDecline: wait`, and whose payment is `declined`: until `payment.declined.until`, and as often as `attemptsLeft` says. The order goes on as if it had been placed with this one.
         */
        post: operations["payOrder"];
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
         * Cancel an order of which nothing is shipped; stock and money are given back
         * @description What was reserved is released, what was authorized or captured is given back.
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/lines/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel some of what is not shipped yet; stock and money for it are given back
         * @description Of a confirmed order, also where a part of it is shipped. Where nothing of the order is left, all of it is cancelled. What was agreed on for the lines is not captured, or refunded; coupons and discounts of the rest stay as they are.
         */
        post: operations["cancelOrderLines"];
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
         * Hand a confirmed order, or some of its lines, to the carrier; the money for it is captured
         * @description Without `lines`, all that is left. The stock leaves the inventory, and the payment is captured: for each shipment, or all of it at the first, where the payment provider captures only once.
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
         * Note that a shipment, or all of them, have arrived
         * @description Once all of it has arrived, the order is completed; where the money is not captured yet, when it is.
         */
        post: operations["deliverOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/lost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that the carrier has lost a shipment; what was paid for it is refunded
         * @description It then counts as returned, and nothing of it goes on the shelf. While its money is being captured, it is refunded after that.
         */
        post: operations["loseOrderShipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/returned-to-sender": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that a shipment has come back without being delivered; what was paid for it is refunded
         * @description It then counts as returned. With `restock`, the goods are on the shelf again. While its money is being captured, it is refunded after that.
         */
        post: operations["returnOrderShipment"];
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
         * Take back what has arrived, or some of it; what was paid for it is refunded
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
    "/api/coupons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Coupons, page by page
         * @description Page by page: `nextCursor` of the answer is the `cursor` of the next request. Filters are joined by "and"; an unknown parameter is refused.
         */
        get: operations["listCoupons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions/{id}/coupons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a promotion one code that is chosen, or a batch of codes that are made up
         * @description There are all codes of a batch, or none. `usesMax` is 1 for each code of a batch and without limit for a chosen one, unless it is said. A code is there once, in capitals or not, for all promotions and for good.
         */
        post: operations["issueCoupons"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One coupon, by its code
         * @description What was created is here right after its 201: the read waits for it, and for `minVersion` or `Event-Position`.
         */
        get: operations["getCoupon"];
        put?: never;
        post?: never;
        /**
         * Take a coupon back: it is not accepted any more
         * @description Orders that are placed keep its discount. Taken back twice, it is: the second time changes nothing.
         */
        delete: operations["disableCoupon"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One promotion
         * @description What was created is here right after its 201: the read waits for it, and for `minVersion` or `Event-Position`.
         */
        get: operations["getPromotion"];
        put?: never;
        post?: never;
        /**
         * Archive a promotion for good: it is not given any more, and neither are its codes accepted
         * @description It stays readable. Archived twice, it is archived: the second time changes nothing.
         */
        delete: operations["archivePromotion"];
        options?: never;
        head?: never;
        /**
         * Change a promotion, pause it, or make it active again
         * @description Only the fields that are sent change; orders that are placed keep what they were given.
         */
        patch: operations["updatePromotion"];
        trace?: never;
    };
    "/api/promotions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Promotions, page by page
         * @description Page by page: `nextCursor` of the answer is the `cursor` of the next request. Filters are joined by "and"; an unknown parameter is refused.
         */
        get: operations["listPromotions"];
        put?: never;
        /**
         * Create a promotion; it is active from its start on
         * @description With `automatic` it is given to every basket that fits, else to who has a code: `POST …/{id}/coupons`. Promotions follow each other by priority, each takes off what the ones before have left; one that does not stack is given alone.
         */
        post: operations["createPromotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The events of a promotion, oldest first
         * @description Read from the log itself: always up to date.
         */
        get: operations["getPromotionHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tax-rates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One tax rate
         * @description What was created is here right after its 201: the read waits for it, and for `minVersion` or `Event-Position`.
         */
        get: operations["getTaxRate"];
        put?: never;
        post?: never;
        /**
         * Remove a tax rate
         * @description It stays readable, and holds no more. Orders that are placed keep what they were charged. Put again, it holds again.
         */
        delete: operations["removeTaxRate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tax-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tax rates, page by page
         * @description Page by page: `nextCursor` of the answer is the `cursor` of the next request. Filters are joined by "and"; an unknown parameter is refused.
         */
        get: operations["listTaxRates"];
        /**
         * Set a tax rate; one with the same place, tax class, name and start is replaced
         * @description It is taken as a whole: what is left out is as with a new one. If-Match is `*`, or the ETag of the one before. A new percentage is entered ahead of time, with its `startsAt`: from then on it holds.
         */
        put: operations["putTaxRate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tax-rates/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The events of a tax rate, oldest first
         * @description Read from the log itself: always up to date.
         */
        get: operations["getTaxRateHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping-methods/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One shipping method
         * @description What was created is here right after its 201: the read waits for it, and for `minVersion` or `Event-Position`.
         */
        get: operations["getShippingMethod"];
        put?: never;
        post?: never;
        /**
         * Remove a shipping method
         * @description It stays readable, and holds no more. Orders that are placed keep what they were charged. Put again, it holds again.
         */
        delete: operations["removeShippingMethod"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shipping methods, page by page
         * @description Page by page: `nextCursor` of the answer is the `cursor` of the next request. Filters are joined by "and"; an unknown parameter is refused.
         */
        get: operations["listShippingMethods"];
        /**
         * Set a shipping method; one with the same key is replaced
         * @description It is taken as a whole: what is left out is as with a new one. If-Match is `*`, or the ETag of the one before. Of its zones the first one that has the address and the currency holds.
         */
        put: operations["putShippingMethod"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping-methods/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The events of a shipping method, oldest first
         * @description Read from the log itself: always up to date.
         */
        get: operations["getShippingMethodHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/price-lists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One price list
         * @description What was created is here right after its 201: the read waits for it, and for `minVersion` or `Event-Position`.
         */
        get: operations["getPriceList"];
        put?: never;
        post?: never;
        /**
         * Remove a price list
         * @description It stays readable, and holds no more. Orders that are placed keep what they were charged. Put again, it holds again.
         */
        delete: operations["removePriceList"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/price-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Price lists, page by page, without their prices
         * @description Page by page: `nextCursor` of the answer is the `cursor` of the next request. Filters are joined by "and"; an unknown parameter is refused.
         */
        get: operations["listPriceLists"];
        /**
         * Set a price list; one with the same key is replaced
         * @description It is taken as a whole: what is left out is as with a new one. If-Match is `*`, or the ETag of the one before. Of several lists that have a SKU, the one with the highest priority has its price.
         */
        put: operations["putPriceList"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/price-lists/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The events of a price list, oldest first
         * @description Read from the log itself: always up to date.
         */
        get: operations["getPriceListHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a basket costs by the rules, and why
         * @description A dry run: nothing is reserved, and no coupon is used. Codes count as unused here. What does not apply is told in `refusals`, with its reason. total = subtotal − discounts + shipping + the taxes that prices do not contain.
         */
        post: operations["quoteBasket"];
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
         * @description All that are approved; one’s own, by `customerId`, and those that moderators see, in any status. Of somebody else by `customerId`: none.
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
            code: "malformed-request" | "unauthenticated" | "forbidden" | "not-found" | "method-not-allowed" | "limit-reached" | "request-in-progress" | "version-stale" | "body-too-large" | "media-type-unsupported" | "validation-failed" | "idempotency-key-reused" | "version-required" | "too-many-requests" | "headers-too-large" | "internal-error" | "log-damaged" | "log-blocked" | "log-replaced" | "not-replicated" | "unavailable" | "read-model-behind" | "cross-site-write" | "host-unknown" | "service-failed" | "service-late" | "product-unknown" | "cart-full" | "cart-empty" | "cart-ordered" | "checkout-running" | "cart-not-ready" | "order-refused" | "signature-invalid" | "pick-list-closed" | "nothing-left" | "shipment-not-packed" | "shipment-not-in-transit" | "dispatch-refused" | "not-left" | "carrier-refused" | "credentials-invalid" | "code-invalid" | "email-taken" | "password-wrong" | "account-locked" | "rights-exceeded" | "sku-taken" | "out-of-stock" | "stock-changed" | "stock-reserved" | "inventory-exists" | "order-not-cancellable" | "lines-not-cancellable" | "order-not-payable" | "order-not-shippable" | "order-not-deliverable" | "order-not-returnable" | "order-needs-no-attention" | "not-ordered" | "quote-refused" | "total-changed" | "currencies-mixed" | "order-too-large" | "payment-not-refundable" | "refund-too-large" | "rule-invalid" | "promotion-archived" | "promotion-automatic" | "coupon-taken" | "quote-too-large" | "product-archived" | "options-missing" | "options-in-use" | "variant-exists" | "category-exists" | "category-cycle" | "choices-invalid" | "category-unknown" | "review-exists";
            scope?: string;
            shortages?: components["schemas"]["Shortage"][];
            reason?: string;
            orderId?: string;
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
         *       "id": "019a0000-0000-7000-8000-000000000003",
         *       "status": "open",
         *       "customerId": null,
         *       "lines": [
         *         {
         *           "sku": "MUG-BLUE-350",
         *           "productId": "019a0000-0000-7000-8000-000000000001",
         *           "name": "Blue mug",
         *           "quantity": 2,
         *           "unitPrice": {
         *             "amount": 1999,
         *             "currency": "EUR"
         *           },
         *           "available": 40,
         *           "status": "ready"
         *         }
         *       ],
         *       "coupons": [
         *         "SUMMER10"
         *       ],
         *       "email": null,
         *       "shippingMethod": null,
         *       "currency": "EUR",
         *       "locale": null,
         *       "metadata": {},
         *       "quote": {
         *         "currency": "EUR",
         *         "lines": [
         *           {
         *             "sku": "MUG-BLUE-350",
         *             "productId": null,
         *             "name": "Blue mug",
         *             "quantity": 2,
         *             "unitPrice": {
         *               "amount": 1999,
         *               "currency": "EUR"
         *             },
         *             "compareAt": {
         *               "amount": 2499,
         *               "currency": "EUR"
         *             },
         *             "priceList": "sale",
         *             "lineTotal": {
         *               "amount": 3998,
         *               "currency": "EUR"
         *             },
         *             "discounts": [
         *               {
         *                 "promotion": "019a0000-0000-7000-8000-000000000003",
         *                 "code": "SUMMER10",
         *                 "amount": {
         *                   "amount": 400,
         *                   "currency": "EUR"
         *                 }
         *               }
         *             ],
         *             "tax": [
         *               {
         *                 "rate": "de",
         *                 "name": "VAT",
         *                 "percent": 19,
         *                 "base": {
         *                   "amount": 3024,
         *                   "currency": "EUR"
         *                 },
         *                 "amount": {
         *                   "amount": 574,
         *                   "currency": "EUR"
         *                 },
         *                 "included": true
         *               }
         *             ],
         *             "total": {
         *               "amount": 3598,
         *               "currency": "EUR"
         *             }
         *           }
         *         ],
         *         "subtotal": {
         *           "amount": 3998,
         *           "currency": "EUR"
         *         },
         *         "discounts": [
         *           {
         *             "promotion": "019a0000-0000-7000-8000-000000000003",
         *             "code": "SUMMER10",
         *             "amount": {
         *               "amount": 400,
         *               "currency": "EUR"
         *             },
         *             "name": "Summer sale",
         *             "why": "10 % of 39.98 EUR"
         *           }
         *         ],
         *         "tax": [
         *           {
         *             "rate": "de",
         *             "name": "VAT",
         *             "percent": 19,
         *             "base": {
         *               "amount": 3024,
         *               "currency": "EUR"
         *             },
         *             "amount": {
         *               "amount": 574,
         *               "currency": "EUR"
         *             },
         *             "included": true
         *           }
         *         ],
         *         "total": {
         *           "amount": 3598,
         *           "currency": "EUR"
         *         },
         *         "refusals": [
         *           {
         *             "reason": "coupon-ended",
         *             "detail": "it ended at 2026-09-01T00:00:00.000Z",
         *             "code": "MAY"
         *           }
         *         ],
         *         "methods": [
         *           {
         *             "method": "standard",
         *             "name": "Standard",
         *             "amount": {
         *               "amount": 490,
         *               "currency": "EUR"
         *             },
         *             "why": "the same for every order"
         *           }
         *         ]
         *       },
         *       "changes": [
         *         {
         *           "sku": "MUG-BLUE-350",
         *           "what": "price",
         *           "before": {
         *             "amount": 1899,
         *             "currency": "EUR"
         *           },
         *           "now": {
         *             "amount": 1999,
         *             "currency": "EUR"
         *           }
         *         }
         *       ],
         *       "orderId": null,
         *       "version": 3,
         *       "createdAt": "2026-11-21T09:30:00.000Z",
         *       "updatedAt": "2026-11-21T09:30:00.000Z"
         *     }
         */
        Cart: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            id: string;
            /**
             * @description `placing`: a checkout has not told its outcome; repeat it. `ordered`: see `orderId`
             * @enum {string}
             */
            status: "open" | "placing" | "ordered";
            /** @description Null: nobody with a token has used it yet */
            customerId: string | null;
            lines: components["schemas"]["CartLine"][];
            coupons: string[];
            /** @description Null: not given, or the customer was erased */
            email: string | null;
            addresses?: components["schemas"]["ShownAddresses"];
            shippingMethod: string | null;
            currency: components["schemas"]["Currency"];
            locale: string | null;
            metadata: components["schemas"]["OrderMetadata"];
            quote: components["schemas"]["Quote"];
            /** @description What has changed since the cart was shown last */
            changes: components["schemas"]["CartChange"][];
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            orderId: string | null;
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
         *       "sku": "MUG-BLUE-350",
         *       "productId": "019a0000-0000-7000-8000-000000000001",
         *       "name": "Blue mug",
         *       "quantity": 2,
         *       "unitPrice": {
         *         "amount": 1999,
         *         "currency": "EUR"
         *       },
         *       "available": 40,
         *       "status": "ready"
         *     }
         */
        CartLine: {
            /**
             * @description Stock keeping unit, unique over all products, case-sensitive
             * @example MUG-BLUE-350
             */
            sku: string;
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            productId: string | null;
            name: string | null;
            quantity: number;
            unitPrice?: components["schemas"]["Money"];
            /** @description In stock, and not held for an order */
            available: number;
            /**
             * @description `too-few`: fewer are in stock than are wanted. `not-sold`: the product is archived. `no-price`: it has none in the currency of the cart
             * @enum {string}
             */
            status: "ready" | "too-few" | "not-sold" | "no-price";
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
         * @description Left out where there are none
         * @example {
         *       "shipping": {
         *         "name": "Anna Arnold",
         *         "line1": "Lange Straße 1",
         *         "postalCode": "20095",
         *         "city": "Hamburg",
         *         "country": "DE"
         *       }
         *     }
         */
        ShownAddresses: {
            shipping: components["schemas"]["CartAddress"];
            billing?: components["schemas"]["CartAddress"];
        };
        /**
         * @description Null: not given, or the customer was erased
         * @example {
         *       "name": "Anna Arnold",
         *       "line1": "Lange Straße 1",
         *       "postalCode": "20095",
         *       "city": "Hamburg",
         *       "country": "DE"
         *     }
         */
        CartAddress: {
            name?: string | null;
            company?: string | null;
            line1?: string | null;
            line2?: string | null;
            postalCode?: string | null;
            city?: string | null;
            region?: string | null;
            country?: string | null;
            phone?: string | null;
        };
        /**
         * @description Kept and shown as it was sent; not for personal data, which cannot be erased here
         * @example {
         *       "channel": "app"
         *     }
         */
        OrderMetadata: {
            [key: string]: string;
        };
        /**
         * @description There is no `shipping` where no method was chosen, or the one that was is refused
         * @example {
         *       "currency": "EUR",
         *       "lines": [
         *         {
         *           "sku": "MUG-BLUE-350",
         *           "productId": null,
         *           "name": "Blue mug",
         *           "quantity": 2,
         *           "unitPrice": {
         *             "amount": 1999,
         *             "currency": "EUR"
         *           },
         *           "compareAt": {
         *             "amount": 2499,
         *             "currency": "EUR"
         *           },
         *           "priceList": "sale",
         *           "lineTotal": {
         *             "amount": 3998,
         *             "currency": "EUR"
         *           },
         *           "discounts": [
         *             {
         *               "promotion": "019a0000-0000-7000-8000-000000000003",
         *               "code": "SUMMER10",
         *               "amount": {
         *                 "amount": 400,
         *                 "currency": "EUR"
         *               }
         *             }
         *           ],
         *           "tax": [
         *             {
         *               "rate": "de",
         *               "name": "VAT",
         *               "percent": 19,
         *               "base": {
         *                 "amount": 3024,
         *                 "currency": "EUR"
         *               },
         *               "amount": {
         *                 "amount": 574,
         *                 "currency": "EUR"
         *               },
         *               "included": true
         *             }
         *           ],
         *           "total": {
         *             "amount": 3598,
         *             "currency": "EUR"
         *           }
         *         }
         *       ],
         *       "subtotal": {
         *         "amount": 3998,
         *         "currency": "EUR"
         *       },
         *       "discounts": [
         *         {
         *           "promotion": "019a0000-0000-7000-8000-000000000003",
         *           "code": "SUMMER10",
         *           "amount": {
         *             "amount": 400,
         *             "currency": "EUR"
         *           },
         *           "name": "Summer sale",
         *           "why": "10 % of 39.98 EUR"
         *         }
         *       ],
         *       "tax": [
         *         {
         *           "rate": "de",
         *           "name": "VAT",
         *           "percent": 19,
         *           "base": {
         *             "amount": 3024,
         *             "currency": "EUR"
         *           },
         *           "amount": {
         *             "amount": 574,
         *             "currency": "EUR"
         *           },
         *           "included": true
         *         }
         *       ],
         *       "total": {
         *         "amount": 3598,
         *         "currency": "EUR"
         *       },
         *       "refusals": [
         *         {
         *           "reason": "coupon-ended",
         *           "detail": "it ended at 2026-09-01T00:00:00.000Z",
         *           "code": "MAY"
         *         }
         *       ],
         *       "methods": [
         *         {
         *           "method": "standard",
         *           "name": "Standard",
         *           "amount": {
         *             "amount": 490,
         *             "currency": "EUR"
         *           },
         *           "why": "the same for every order"
         *         }
         *       ]
         *     }
         */
        Quote: {
            currency: components["schemas"]["Currency"];
            lines: components["schemas"]["QuoteLine"][];
            subtotal: components["schemas"]["Money"];
            discounts: components["schemas"]["QuoteDiscount"][];
            shipping?: components["schemas"]["QuoteShipping"];
            tax: components["schemas"]["QuoteTax"][];
            total: components["schemas"]["Money"];
            refusals: components["schemas"]["QuoteRefusal"][];
            /** @description The shipping methods that can be chosen, and what they cost before discounts */
            methods: components["schemas"]["ShippingOption"][];
        };
        /**
         * @description `lineTotal` is unit price × quantity, `total` is what is left after discounts, with the tax that it does not contain
         * @example {
         *       "sku": "MUG-BLUE-350",
         *       "productId": null,
         *       "name": "Blue mug",
         *       "quantity": 2,
         *       "unitPrice": {
         *         "amount": 1999,
         *         "currency": "EUR"
         *       },
         *       "compareAt": {
         *         "amount": 2499,
         *         "currency": "EUR"
         *       },
         *       "priceList": "sale",
         *       "lineTotal": {
         *         "amount": 3998,
         *         "currency": "EUR"
         *       },
         *       "discounts": [
         *         {
         *           "promotion": "019a0000-0000-7000-8000-000000000003",
         *           "code": "SUMMER10",
         *           "amount": {
         *             "amount": 400,
         *             "currency": "EUR"
         *           }
         *         }
         *       ],
         *       "tax": [
         *         {
         *           "rate": "de",
         *           "name": "VAT",
         *           "percent": 19,
         *           "base": {
         *             "amount": 3024,
         *             "currency": "EUR"
         *           },
         *           "amount": {
         *             "amount": 574,
         *             "currency": "EUR"
         *           },
         *           "included": true
         *         }
         *       ],
         *       "total": {
         *         "amount": 3598,
         *         "currency": "EUR"
         *       }
         *     }
         */
        QuoteLine: {
            sku: string;
            productId: string | null;
            name: string | null;
            quantity: number;
            unitPrice: components["schemas"]["Money"];
            compareAt?: components["schemas"]["Money"];
            /** @description Whose price it is; null: that of the catalog */
            priceList: string | null;
            lineTotal: components["schemas"]["Money"];
            discounts: components["schemas"]["QuoteDiscountPart"][];
            tax: components["schemas"]["QuoteTax"][];
            total: components["schemas"]["Money"];
        };
        /**
         * @example {
         *       "promotion": "019a0000-0000-7000-8000-000000000003",
         *       "code": "SUMMER10",
         *       "amount": {
         *         "amount": 400,
         *         "currency": "EUR"
         *       }
         *     }
         */
        QuoteDiscountPart: {
            /** @description The id of the promotion */
            promotion: string;
            /** @description Of the coupon that has brought it */
            code?: string;
            amount: components["schemas"]["Money"];
        };
        /**
         * @example {
         *       "rate": "de",
         *       "name": "VAT",
         *       "percent": 19,
         *       "base": {
         *         "amount": 3024,
         *         "currency": "EUR"
         *       },
         *       "amount": {
         *         "amount": 574,
         *         "currency": "EUR"
         *       },
         *       "included": true
         *     }
         */
        QuoteTax: {
            /** @description The id of the tax rate */
            rate: string;
            name: string;
            percent: number;
            base: components["schemas"]["Money"];
            amount: components["schemas"]["Money"];
            /** @description The prices contain it already */
            included: boolean;
        };
        /**
         * @example {
         *       "promotion": "019a0000-0000-7000-8000-000000000003",
         *       "code": "SUMMER10",
         *       "amount": {
         *         "amount": 400,
         *         "currency": "EUR"
         *       },
         *       "name": "Summer sale",
         *       "why": "10 % of 39.98 EUR"
         *     }
         */
        QuoteDiscount: {
            /** @description The id of the promotion */
            promotion: string;
            name: string;
            /** @description Of the coupon that has brought it */
            code?: string;
            amount: components["schemas"]["Money"];
            why: string;
        };
        /**
         * @example {
         *       "method": "standard",
         *       "name": "Standard",
         *       "amount": {
         *         "amount": 490,
         *         "currency": "EUR"
         *       },
         *       "why": "the same for every order",
         *       "discounts": [],
         *       "tax": [],
         *       "total": {
         *         "amount": 490,
         *         "currency": "EUR"
         *       }
         *     }
         */
        QuoteShipping: {
            method: string;
            name: string;
            amount: components["schemas"]["Money"];
            why: string;
            discounts: components["schemas"]["QuoteDiscountPart"][];
            tax: components["schemas"]["QuoteTax"][];
            total: components["schemas"]["Money"];
        };
        /**
         * @example {
         *       "reason": "coupon-ended",
         *       "detail": "it ended at 2026-09-01T00:00:00.000Z",
         *       "code": "MAY"
         *     }
         */
        QuoteRefusal: {
            /** @enum {string} */
            reason: "coupon-unknown" | "coupon-disabled" | "coupon-not-started" | "coupon-ended" | "coupon-used-up" | "coupon-used-by-customer" | "customer-unknown" | "promotion-inactive" | "promotion-not-started" | "promotion-ended" | "promotion-applied" | "condition-not-met" | "not-combinable" | "nothing-to-discount" | "price-missing" | "address-missing" | "method-unknown" | "method-unavailable";
            detail: string;
            /** @description The coupon that is refused */
            code?: string;
            /** @description The line that has no price */
            sku?: string;
            /** @description The shipping method that is refused */
            method?: string;
        };
        /**
         * @example {
         *       "method": "standard",
         *       "name": "Standard",
         *       "amount": {
         *         "amount": 490,
         *         "currency": "EUR"
         *       },
         *       "why": "the same for every order"
         *     }
         */
        ShippingOption: {
            method: string;
            name: string;
            amount: components["schemas"]["Money"];
            why: string;
        };
        /**
         * @example {
         *       "sku": "MUG-BLUE-350",
         *       "what": "price",
         *       "before": {
         *         "amount": 1899,
         *         "currency": "EUR"
         *       },
         *       "now": {
         *         "amount": 1999,
         *         "currency": "EUR"
         *       }
         *     }
         */
        CartChange: {
            /**
             * @description Stock keeping unit, unique over all products, case-sensitive
             * @example MUG-BLUE-350
             */
            sku: string;
            /** @enum {string} */
            what: "price";
            before?: components["schemas"]["Money"];
            now?: components["schemas"]["Money"];
        } | {
            /**
             * @description Stock keeping unit, unique over all products, case-sensitive
             * @example MUG-BLUE-350
             */
            sku: string;
            /** @enum {string} */
            what: "availability";
            before: number;
            now: number;
        };
        /** @example {} */
        NewCart: {
            /** @description Whose it is; for whoever may do it for others. Left out: the caller, or nobody yet */
            customerId?: string;
            /**
             * @description In which language the customer is written to
             * @example de-DE
             */
            locale?: string;
            metadata?: components["schemas"]["OrderMetadata"];
        };
        /**
         * @example {
         *       "quantity": 2
         *     }
         */
        LineQuantity: {
            /** @description 0 takes it out */
            quantity: number;
        };
        /**
         * @example {
         *       "code": "SUMMER10"
         *     }
         */
        CartCoupon: {
            /**
             * @description Typed in capitals or not, it is the same code
             * @example SUMMER10
             */
            code: string;
        };
        /**
         * @description Without `billing` the bill goes where the goods go
         * @example {
         *       "shipping": {
         *         "name": "Anna Arnold",
         *         "line1": "Lange Straße 1",
         *         "postalCode": "20095",
         *         "city": "Hamburg",
         *         "country": "DE"
         *       }
         *     }
         */
        NewOrderAddresses: {
            shipping: components["schemas"]["Address"];
            billing?: components["schemas"]["Address"];
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
         *       "email": "anna@example.com"
         *     }
         */
        CartEmail: {
            /**
             * Format: email
             * @example anna@example.com
             */
            email: string;
        };
        /**
         * @example {
         *       "method": "standard"
         *     }
         */
        CartMethod: {
            method: string;
        };
        /**
         * @example {
         *       "from": "019a0000-0000-7000-8000-000000000003"
         *     }
         */
        MergeRequest: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            from: string;
            /** @description The access token of the guest whose cart `from` is, where it is not the caller’s */
            guestToken?: string;
        };
        /**
         * @example {
         *       "id": "019a0000-0000-7000-8000-000000000002",
         *       "status": "pending",
         *       "version": 1
         *     }
         */
        PlacedOrder: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            id: string;
            status: string;
            /** @description Version of the aggregate: 1, 2, 3… without gaps */
            version: number;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description `total`: what the buyer has agreed to pay, such as `quote.total`. An order of another one is refused
         * @example {}
         */
        CheckoutRequest: {
            paymentMethod?: string;
            /**
             * @description As of `POST /api/orders`; left out: `cancel`
             * @enum {string}
             */
            onDecline?: "cancel" | "wait";
            total?: components["schemas"]["Money"];
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "category": "order",
         *           "group": "inventory",
         *           "kind": "events",
         *           "head": 42,
         *           "lag": 0,
         *           "pending": 0,
         *           "retrying": 0,
         *           "oldestPendingMs": null,
         *           "parked": 0,
         *           "dead": 0,
         *           "owners": 1,
         *           "nextTimerAt": null,
         *           "partitions": [
         *             {
         *               "partition": 0,
         *               "owner": "shop-1|4711",
         *               "lag": 0,
         *               "pending": 0,
         *               "retrying": 0
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        Consumers: {
            data: components["schemas"]["Consumer"][];
        };
        /**
         * @example {
         *       "category": "order",
         *       "group": "inventory",
         *       "kind": "events",
         *       "head": 42,
         *       "lag": 0,
         *       "pending": 0,
         *       "retrying": 0,
         *       "oldestPendingMs": null,
         *       "parked": 0,
         *       "dead": 0,
         *       "owners": 1,
         *       "nextTimerAt": null,
         *       "partitions": [
         *         {
         *           "partition": 0,
         *           "owner": "shop-1|4711",
         *           "lag": 0,
         *           "pending": 0,
         *           "retrying": 0
         *         }
         *       ]
         *     }
         */
        Consumer: {
            category: string;
            group: string;
            /** @enum {string} */
            kind: "events" | "timers";
            /** @description The position of the last event of the category */
            head: number;
            /** @description Events that are not handled; of timers: those that are late */
            lag: number;
            /** @description Events that were read and are not handled yet */
            pending: number;
            /** @description Pending events that have failed */
            retrying: number;
            oldestPendingMs: number | null;
            /** @description Aggregates that wait behind a dead letter */
            parked: number;
            /** @description Dead letters */
            dead: number;
            /** @description Processes that read; 0: nobody does */
            owners: number;
            /** Format: date-time */
            nextTimerAt: string | null;
            partitions: components["schemas"]["ConsumerPartition"][];
        };
        /**
         * @example {
         *       "partition": 0,
         *       "owner": "shop-1|4711",
         *       "lag": 0,
         *       "pending": 0,
         *       "retrying": 0
         *     }
         */
        ConsumerPartition: {
            partition: number;
            /** @description The process that reads it; null: none does */
            owner: string | null;
            lag: number;
            pending: number;
            retrying: number;
        };
        /**
         * @example {
         *       "isStarted": true
         *     }
         */
        ConsumersStarted: {
            isStarted: boolean;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "category": "order",
         *           "group": "inventory",
         *           "id": "1763717474849-0",
         *           "position": "order.3@1-42",
         *           "eventType": "OrderPlacedEvent",
         *           "aggregateId": "019a0000-0000-7000-8000-000000000001",
         *           "attempts": 8,
         *           "failedAt": "2026-11-21T09:30:00.000Z",
         *           "error": "TypeError: line # has no SKU",
         *           "message": "line 2 has no SKU"
         *         }
         *       ],
         *       "causes": [
         *         {
         *           "category": "order",
         *           "group": "inventory",
         *           "error": "TypeError: line # has no SKU",
         *           "count": 12,
         *           "firstAt": "2026-11-21T09:30:00.000Z",
         *           "lastAt": "2026-11-21T09:31:00.000Z",
         *           "eventTypes": [
         *             "OrderPlacedEvent"
         *           ]
         *         }
         *       ],
         *       "total": 12
         *     }
         */
        DeadLetters: {
            data: components["schemas"]["DeadLetter"][];
            /** @description All that fit, by cause, the most frequent first */
            causes: components["schemas"]["DeadLetterCause"][];
            total: number;
        };
        /**
         * @example {
         *       "category": "order",
         *       "group": "inventory",
         *       "id": "1763717474849-0",
         *       "position": "order.3@1-42",
         *       "eventType": "OrderPlacedEvent",
         *       "aggregateId": "019a0000-0000-7000-8000-000000000001",
         *       "attempts": 8,
         *       "failedAt": "2026-11-21T09:30:00.000Z",
         *       "error": "TypeError: line # has no SKU",
         *       "message": "line 2 has no SKU"
         *     }
         */
        DeadLetter: {
            category: string;
            group: string;
            id: string;
            /** @description Where its event stands in the log */
            position: string;
            eventType: string | null;
            aggregateId: string | null;
            /** @description 0: it was not tried, it waits behind another one */
            attempts: number;
            /** Format: date-time */
            failedAt: string;
            /** @description Why, without ids and numbers: the same for the same cause */
            error: string;
            message: string;
        };
        /**
         * @example {
         *       "category": "order",
         *       "group": "inventory",
         *       "error": "TypeError: line # has no SKU",
         *       "count": 12,
         *       "firstAt": "2026-11-21T09:30:00.000Z",
         *       "lastAt": "2026-11-21T09:31:00.000Z",
         *       "eventTypes": [
         *         "OrderPlacedEvent"
         *       ]
         *     }
         */
        DeadLetterCause: {
            category: string;
            group: string;
            error: string;
            count: number;
            /** Format: date-time */
            firstAt: string;
            /** Format: date-time */
            lastAt: string;
            eventTypes: string[];
        };
        /**
         * @example {
         *       "chosen": 12,
         *       "dryRun": true
         *     }
         */
        ChosenDeadLetters: {
            chosen: number;
            dryRun: boolean;
        };
        /**
         * @example {
         *       "category": "order",
         *       "group": "inventory",
         *       "error": "TypeError: line # has no SKU",
         *       "dryRun": true,
         *       "ratePerSecond": 10
         *     }
         */
        Redrive: {
            category: string;
            group: string;
            id?: string;
            aggregateId?: string;
            /** @description `error` of a cause */
            error?: string;
            /** @description Only says how many it would be. Left out: `false` */
            dryRun?: boolean;
            /** @description Left out: `100` */
            ratePerSecond?: number;
        };
        /**
         * @example {
         *       "category": "order",
         *       "group": "inventory",
         *       "error": "TypeError: line # has no SKU",
         *       "reason": "test data"
         *     }
         */
        Discard: {
            category: string;
            group: string;
            id?: string;
            aggregateId?: string;
            /** @description `error` of a cause */
            error?: string;
            /** @description Only says how many it would be. Left out: `false` */
            dryRun?: boolean;
            reason: string;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "category": "order",
         *           "id": "wait:019a0000-0000-7000-8000-000000000001",
         *           "type": "wait",
         *           "aggregateId": "019a0000-0000-7000-8000-000000000001",
         *           "dueAt": "2026-11-21T09:45:00.000Z",
         *           "isLate": false,
         *           "correlationId": "checkout-4711"
         *         }
         *       ],
         *       "total": 1,
         *       "late": 0
         *     }
         */
        Timers: {
            /** @description The next 200 of each category; what is late comes first */
            data: components["schemas"]["Timer"][];
            total: number;
            late: number;
        };
        /**
         * @example {
         *       "category": "order",
         *       "id": "wait:019a0000-0000-7000-8000-000000000001",
         *       "type": "wait",
         *       "aggregateId": "019a0000-0000-7000-8000-000000000001",
         *       "dueAt": "2026-11-21T09:45:00.000Z",
         *       "isLate": false,
         *       "correlationId": "checkout-4711"
         *     }
         */
        Timer: {
            category: string;
            id: string;
            /** @description What it is for: the name of its handler */
            type: string;
            aggregateId: string;
            /** Format: date-time */
            dueAt: string;
            /** @description It should have fired by now */
            isLate: boolean;
            /** @description Of the request that has set it */
            correlationId: string;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "id": "q1w2e3r4t5y6u7i8",
         *           "where": "event failed, trying again",
         *           "error": "TypeError: line # has no SKU",
         *           "message": "line 2 has no SKU",
         *           "count": 12,
         *           "firstAt": "2026-11-21T09:30:00.000Z",
         *           "lastAt": "2026-11-21T09:31:00.000Z",
         *           "release": "0.1.0",
         *           "correlationId": "checkout-4711",
         *           "position": "order.3@1-42"
         *         }
         *       ]
         *     }
         */
        ErrorGroups: {
            /** @description Those that were seen last come first */
            data: components["schemas"]["ErrorGroup"][];
        };
        /**
         * @example {
         *       "id": "q1w2e3r4t5y6u7i8",
         *       "where": "event failed, trying again",
         *       "error": "TypeError: line # has no SKU",
         *       "message": "line 2 has no SKU",
         *       "count": 12,
         *       "firstAt": "2026-11-21T09:30:00.000Z",
         *       "lastAt": "2026-11-21T09:31:00.000Z",
         *       "release": "0.1.0",
         *       "correlationId": "checkout-4711",
         *       "position": "order.3@1-42"
         *     }
         */
        ErrorGroup: {
            id: string;
            /** @description What went wrong, as the log says it */
            where: string;
            /** @description Why, without ids and numbers: the same for the same cause */
            error: string;
            /** @description Of the newest one */
            message: string;
            count: number;
            /** Format: date-time */
            firstAt: string;
            /** Format: date-time */
            lastAt: string;
            /** @description Of the newest one */
            release: string;
            /** @description Of a request that it happened in */
            correlationId?: string;
            /** @description Of the event that was being handled */
            position?: string;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "at": "2026-11-21T09:30:00.000Z",
         *           "path": "/api/webhooks/simulated",
         *           "status": 401,
         *           "reason": "the signature is missing, too old, or not of this body",
         *           "id": "evt_1",
         *           "type": "payment.captured",
         *           "correlationId": "checkout-4711"
         *         }
         *       ]
         *     }
         */
        WebhooksSeen: {
            /** @description The newest come first */
            data: components["schemas"]["WebhookSeen"][];
        };
        /**
         * @example {
         *       "at": "2026-11-21T09:30:00.000Z",
         *       "path": "/api/webhooks/simulated",
         *       "status": 401,
         *       "reason": "the signature is missing, too old, or not of this body",
         *       "id": "evt_1",
         *       "type": "payment.captured",
         *       "correlationId": "checkout-4711"
         *     }
         */
        WebhookSeen: {
            /** Format: date-time */
            at: string;
            path: string;
            /** @description What it was answered with; from 400 on it was refused */
            status: number;
            /** @description Why it was refused */
            reason?: string;
            /** @description As its sender calls it */
            id?: string;
            type?: string;
            correlationId: string;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "at": "2026-11-21T09:30:00.000Z",
         *           "actor": "user:019a0000-0000-7000-8000-000000000003",
         *           "what": "OrderCancelledEvent",
         *           "category": "order",
         *           "aggregateId": "019a0000-0000-7000-8000-000000000001",
         *           "position": "order.3@1-42"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        Audit: {
            /** @description The newest come first */
            data: components["schemas"]["Deed"][];
            /** @description For what was before; null: there is nothing */
            nextCursor: string | null;
        };
        /**
         * @example {
         *       "at": "2026-11-21T09:30:00.000Z",
         *       "actor": "user:019a0000-0000-7000-8000-000000000003",
         *       "what": "OrderCancelledEvent",
         *       "category": "order",
         *       "aggregateId": "019a0000-0000-7000-8000-000000000001",
         *       "position": "order.3@1-42"
         *     }
         */
        Deed: {
            /** Format: date-time */
            at: string;
            actor: string;
            /** @description An event, or what an operator has done */
            what: string;
            category?: string;
            aggregateId?: string;
            /** @description Of the event */
            position?: string;
            /** @description Which right was given or taken; what was chosen */
            detail?: string;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "server": "10.0.0.7:6379",
         *           "usedBytes": 900000000,
         *           "limitBytes": 1000000000,
         *           "machineBytes": 8000000000
         *         }
         *       ]
         *     }
         */
        RedisServers: {
            /** @description Each server that takes writes */
            data: components["schemas"]["RedisServer"][];
        };
        /**
         * @example {
         *       "server": "10.0.0.7:6379",
         *       "usedBytes": 900000000,
         *       "limitBytes": 1000000000,
         *       "machineBytes": 8000000000
         *     }
         */
        RedisServer: {
            server: string;
            usedBytes: number;
            /** @description `maxmemory`: when it is reached, writes are refused; null: there is no limit */
            limitBytes: number | null;
            /** @description Of the machine */
            machineBytes: number;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "category": "order",
         *           "events": 120000,
         *           "bytes": 96000000
         *         }
         *       ]
         *     }
         */
        CategorySizes: {
            data: components["schemas"]["CategorySize"][];
        };
        /**
         * @example {
         *       "category": "order",
         *       "events": 120000,
         *       "bytes": 96000000
         *     }
         */
        CategorySize: {
            category: string;
            events: number;
            /** @description Of its events, estimated */
            bytes: number;
        };
        /**
         * @example {
         *       "bytes": 2000000000
         *     }
         */
        RedisLimit: {
            bytes: number;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "category": "order",
         *           "aggregateId": "019a0000-0000-7000-8000-000000000001",
         *           "position": "order.3@1-42",
         *           "eventId": "019a0000-0000-7000-8000-000000000002",
         *           "eventType": "OrderConfirmedEvent",
         *           "schema": 1,
         *           "version": 4,
         *           "at": "2026-11-21T09:30:00.000Z",
         *           "data": {},
         *           "meta": {
         *             "correlationId": "checkout-4711"
         *           }
         *         }
         *       ],
         *       "total": 1,
         *       "by": "position",
         *       "indexed": {
         *         "events": 84,
         *         "of": 84
         *       },
         *       "unreadable": []
         *     }
         */
        FoundEvents: {
            /** @description The first of them, in the order of their times */
            data: components["schemas"]["LoggedEvent"][];
            total: number;
            /**
             * @description What was searched for; null: nothing is found
             * @enum {string|null}
             */
            by: "position" | "aggregate" | "event" | "correlation" | null;
            indexed: components["schemas"]["IndexedEvents"];
            /** @description Entries of the log that are no events */
            unreadable: components["schemas"]["UnreadableEntry"][];
        };
        /**
         * @example {
         *       "category": "order",
         *       "aggregateId": "019a0000-0000-7000-8000-000000000001",
         *       "position": "order.3@1-42",
         *       "eventId": "019a0000-0000-7000-8000-000000000002",
         *       "eventType": "OrderConfirmedEvent",
         *       "schema": 1,
         *       "version": 4,
         *       "at": "2026-11-21T09:30:00.000Z",
         *       "data": {},
         *       "meta": {
         *         "correlationId": "checkout-4711"
         *       }
         *     }
         */
        LoggedEvent: {
            category: string;
            aggregateId: string;
            position: string;
            eventId: string;
            eventType: string;
            schema: number;
            /** @description Of the aggregate: 1, 2, 3… */
            version: number;
            /** Format: date-time */
            at: string;
            /** @description As it was written */
            data?: unknown;
            meta: components["schemas"]["LoggedEventMeta"];
            /** @description Why this service cannot read it */
            problem?: string;
        };
        /**
         * @example {
         *       "correlationId": "checkout-4711"
         *     }
         */
        LoggedEventMeta: {
            correlationId?: string;
            causationId?: string;
            actor?: string;
            traceparent?: string;
        };
        /**
         * @description Events that the index of this process has, and that there are. While it has fewer, a search by event or request finds those around the time of the id
         * @example {
         *       "events": 84,
         *       "of": 84
         *     }
         */
        IndexedEvents: {
            events: number;
            of: number;
        };
        /**
         * @example {
         *       "position": "order.3@1-42",
         *       "problem": "it is not an event"
         *     }
         */
        UnreadableEntry: {
            position: string;
            problem: string;
        };
        /**
         * @example {
         *       "category": "order",
         *       "aggregateId": "019a0000-0000-7000-8000-000000000001",
         *       "version": 4,
         *       "versions": 6,
         *       "event": {
         *         "category": "order",
         *         "aggregateId": "019a0000-0000-7000-8000-000000000001",
         *         "position": "order.3@1-42",
         *         "eventId": "019a0000-0000-7000-8000-000000000002",
         *         "eventType": "OrderConfirmedEvent",
         *         "schema": 1,
         *         "version": 4,
         *         "at": "2026-11-21T09:30:00.000Z",
         *         "data": {},
         *         "meta": {
         *           "correlationId": "checkout-4711"
         *         }
         *       },
         *       "before": {
         *         "stage": "reserving"
         *       },
         *       "after": {
         *         "stage": "confirmed"
         *       },
         *       "changes": [
         *         {
         *           "path": "stage",
         *           "before": "reserving",
         *           "after": "confirmed"
         *         }
         *       ]
         *     }
         */
        AggregateVersion: {
            category: string;
            aggregateId: string;
            version: number;
            /** @description How many events it has */
            versions: number;
            event: components["schemas"]["LoggedEvent"];
            /** @description The state before; null: there was none */
            before?: unknown;
            /** @description The state after */
            after?: unknown;
            changes: components["schemas"]["StateChange"][];
        };
        /**
         * @example {
         *       "path": "stage",
         *       "before": "reserving",
         *       "after": "confirmed"
         *     }
         */
        StateChange: {
            /** @description Of the field in the state */
            path: string;
            before?: unknown;
            after?: unknown;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "name": "order-list",
         *           "table": "orders",
         *           "categories": [
         *             "order"
         *           ],
         *           "lag": 0,
         *           "job": {
         *             "kind": "verify",
         *             "state": "done",
         *             "startedAt": "2026-11-21T09:30:00.000Z",
         *             "endedAt": "2026-11-21T09:30:02.000Z",
         *             "events": 84,
         *             "findings": 0,
         *             "details": []
         *           }
         *         }
         *       ]
         *     }
         */
        ReadModels: {
            data: components["schemas"]["ReadModel"][];
        };
        /**
         * @example {
         *       "name": "order-list",
         *       "table": "orders",
         *       "categories": [
         *         "order"
         *       ],
         *       "lag": 0,
         *       "job": {
         *         "kind": "verify",
         *         "state": "done",
         *         "startedAt": "2026-11-21T09:30:00.000Z",
         *         "endedAt": "2026-11-21T09:30:02.000Z",
         *         "events": 84,
         *         "findings": 0,
         *         "details": []
         *       }
         *     }
         */
        ReadModel: {
            name: string;
            table: string;
            /** @description Of the events that it is made of */
            categories: string[];
            /** @description Events that the read models of this service have still to apply */
            lag: number;
            job?: components["schemas"]["ReadModelJob"];
        };
        /**
         * @example {
         *       "kind": "verify",
         *       "state": "done",
         *       "startedAt": "2026-11-21T09:30:00.000Z",
         *       "endedAt": "2026-11-21T09:30:02.000Z",
         *       "events": 84,
         *       "findings": 0,
         *       "details": []
         *     }
         */
        ReadModelJob: {
            /** @enum {string} */
            kind: "rebuild" | "verify";
            /** @enum {string} */
            state: "running" | "done" | "failed";
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            endedAt: string | null;
            /** @description Events that were read so far */
            events: number;
            /** @description Of a verify: rows that are not what the log says. Of a rebuild: aggregates whose events cannot be applied */
            findings: number | null;
            /** @description The first findings, or why it failed */
            details: string[];
        };
        /**
         * @example {
         *       "id": "019a0000-0000-7000-8000-000000000002",
         *       "number": "QM-2026-000123",
         *       "status": "to-pick",
         *       "lines": [
         *         {
         *           "productId": "019a0000-0000-7000-8000-000000000001",
         *           "sku": "MUG-BLUE-350",
         *           "name": "Blue mug",
         *           "ordered": 3,
         *           "cancelled": 0,
         *           "packed": 1,
         *           "sent": 1,
         *           "left": 1
         *         }
         *       ],
         *       "shipments": [
         *         "019a0000-0000-7000-8000-000000000003"
         *       ],
         *       "version": 3,
         *       "createdAt": "2026-11-21T09:30:00.000Z",
         *       "updatedAt": "2026-11-21T09:30:00.000Z"
         *     }
         */
        PickList: {
            /**
             * Format: uuid
             * @description That of the order
             */
            id: string;
            /** @description Of the order, for people */
            number: string | null;
            /**
             * @description `packed`: nothing is left to pick, and something is not sent yet. `cancelled`: the order was
             * @enum {string}
             */
            status: "to-pick" | "packed" | "done" | "cancelled";
            lines: components["schemas"]["PickLine"][];
            /** @description Packed or sent */
            shipments: string[];
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
         *       "name": "Blue mug",
         *       "ordered": 3,
         *       "cancelled": 0,
         *       "packed": 1,
         *       "sent": 1,
         *       "left": 1
         *     }
         */
        PickLine: {
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
            ordered: number;
            cancelled: number;
            /** @description In shipments that are not sent yet */
            packed: number;
            sent: number;
            /** @description To be picked yet */
            left: number;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "id": "019a0000-0000-7000-8000-000000000002",
         *           "number": "QM-2026-000123",
         *           "status": "to-pick",
         *           "lines": [
         *             {
         *               "productId": "019a0000-0000-7000-8000-000000000001",
         *               "sku": "MUG-BLUE-350",
         *               "name": "Blue mug",
         *               "ordered": 3,
         *               "cancelled": 0,
         *               "packed": 1,
         *               "sent": 1,
         *               "left": 1
         *             }
         *           ],
         *           "shipments": [
         *             "019a0000-0000-7000-8000-000000000003"
         *           ],
         *           "version": 3,
         *           "createdAt": "2026-11-21T09:30:00.000Z",
         *           "updatedAt": "2026-11-21T09:30:00.000Z"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        PickListPage: {
            data: components["schemas"]["PickList"][];
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
         *       "id": "019a0000-0000-7000-8000-000000000003",
         *       "orderId": "019a0000-0000-7000-8000-000000000002",
         *       "lines": [
         *         {
         *           "productId": "019a0000-0000-7000-8000-000000000001",
         *           "sku": "MUG-BLUE-350",
         *           "quantity": 1
         *         }
         *       ],
         *       "status": "in-transit",
         *       "carrier": "DHL",
         *       "tracking": "00340434292135100186",
         *       "news": [
         *         {
         *           "news": "moving",
         *           "place": "Hamburg",
         *           "at": "2026-11-21T09:30:00.000Z"
         *         }
         *       ],
         *       "restock": false,
         *       "handedOverAt": "2026-11-21T09:30:00.000Z",
         *       "endedAt": null,
         *       "version": 2,
         *       "createdAt": "2026-11-21T09:30:00.000Z",
         *       "updatedAt": "2026-11-21T09:30:00.000Z"
         *     }
         */
        DeliveryShipment: {
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
            lines: components["schemas"]["ShipmentLine"][];
            /**
             * @description `returned`: to the sender, without being delivered
             * @enum {string}
             */
            status: "packed" | "unpacked" | "in-transit" | "delivered" | "lost" | "returned";
            carrier: string | null;
            tracking: string | null;
            /** @description What the carrier has told, oldest first */
            news: components["schemas"]["TrackingNews"][];
            /** @description What has come back is on the shelf again */
            restock: boolean;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            handedOverAt: string | null;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            endedAt: string | null;
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
         *       "quantity": 1
         *     }
         */
        ShipmentLine: {
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
         *       "news": "moving",
         *       "place": "Hamburg",
         *       "at": "2026-11-21T09:30:00.000Z"
         *     }
         */
        TrackingNews: {
            /** @enum {string} */
            news: "accepted" | "moving" | "out-for-delivery" | "delayed";
            place: string | null;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            at: string;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "id": "019a0000-0000-7000-8000-000000000003",
         *           "orderId": "019a0000-0000-7000-8000-000000000002",
         *           "lines": [
         *             {
         *               "productId": "019a0000-0000-7000-8000-000000000001",
         *               "sku": "MUG-BLUE-350",
         *               "quantity": 1
         *             }
         *           ],
         *           "status": "in-transit",
         *           "carrier": "DHL",
         *           "tracking": "00340434292135100186",
         *           "news": [
         *             {
         *               "news": "moving",
         *               "place": "Hamburg",
         *               "at": "2026-11-21T09:30:00.000Z"
         *             }
         *           ],
         *           "restock": false,
         *           "handedOverAt": "2026-11-21T09:30:00.000Z",
         *           "endedAt": null,
         *           "version": 2,
         *           "createdAt": "2026-11-21T09:30:00.000Z",
         *           "updatedAt": "2026-11-21T09:30:00.000Z"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        DeliveryShipmentPage: {
            data: components["schemas"]["DeliveryShipment"][];
            nextCursor: string | null;
            total?: number;
        };
        /**
         * @example {
         *       "lines": [
         *         {
         *           "sku": "MUG-BLUE-350",
         *           "quantity": 1
         *         }
         *       ]
         *     }
         */
        NewShipment: {
            /** @description All that is left to pick where it is left out */
            lines?: components["schemas"]["PackedLine"][];
            carrier?: string;
            tracking?: string;
        };
        /**
         * @example {
         *       "sku": "MUG-BLUE-350",
         *       "quantity": 1
         *     }
         */
        PackedLine: {
            /**
             * @description Stock keeping unit, unique over all products, case-sensitive
             * @example MUG-BLUE-350
             */
            sku: string;
            quantity: number;
        } | {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            productId: string;
            quantity: number;
        };
        /**
         * @example {
         *       "carrier": "DHL",
         *       "tracking": "00340434292135100186"
         *     }
         */
        ShipmentDispatch: {
            carrier?: string;
            /** @description Left out, where the carrier is the one of the shop: it is booked there, and gives a number */
            tracking?: string;
        };
        /**
         * @example {
         *       "restock": true
         *     }
         */
        ShipmentReturn: {
            /** @description Goes on the shelf again. Left out: `false` */
            restock?: boolean;
        };
        /**
         * @example {
         *       "received": true
         *     }
         */
        CarrierEventReceived: {
            /** @enum {boolean} */
            received: true;
        };
        /**
         * @example {
         *       "id": "evt-1",
         *       "shipmentId": "019a0000-0000-7000-8000-000000000003",
         *       "what": "delivered",
         *       "place": "Hamburg",
         *       "at": "2026-11-21T09:30:00.000Z"
         *     }
         */
        CarrierEvent: {
            /** @description Of this message: told twice, it counts once */
            id: string;
            /**
             * Format: uuid
             * @description The reference that it was booked with
             */
            shipmentId: string;
            /** @enum {string} */
            what: "accepted" | "moving" | "out-for-delivery" | "delayed" | "delivered" | "lost" | "returned";
            /** @description Left out: `null` */
            place?: string | null;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            at: string;
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
         *       "ids": [
         *         "019a0000-0000-7000-8000-000000000007"
         *       ],
         *       "events": [
         *         {
         *           "category": "user",
         *           "aggregateId": "019a0000-0000-7000-8000-000000000007",
         *           "version": 3,
         *           "eventType": "EmailVerifiedEvent",
         *           "at": "2026-11-21T09:30:00.000Z",
         *           "data": {
         *             "userId": "019a0000-0000-7000-8000-000000000007"
         *           }
         *         }
         *       ]
         *     }
         */
        Export: {
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            exportedAt: string;
            /** @description Those that the person has in events */
            ids: string[];
            /** @description Of everything that names the person */
            events: components["schemas"]["ExportedEvent"][];
        };
        /**
         * @example {
         *       "category": "user",
         *       "aggregateId": "019a0000-0000-7000-8000-000000000007",
         *       "version": 3,
         *       "eventType": "EmailVerifiedEvent",
         *       "at": "2026-11-21T09:30:00.000Z",
         *       "data": {
         *         "userId": "019a0000-0000-7000-8000-000000000007"
         *       }
         *     }
         */
        ExportedEvent: {
            category: string;
            aggregateId: string;
            version: number;
            eventType: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            at: string;
            /** @description As it is read today; what is sealed for somebody else is null */
            data?: unknown;
        };
        /**
         * @example {
         *       "email": "anna@example.net",
         *       "password": "correct horse battery"
         *     }
         */
        EmailChange: {
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
         *       "roles": [
         *         "customer",
         *         "support"
         *       ]
         *     }
         */
        RoleSet: {
            roles: ("customer" | "support" | "catalog" | "stock" | "pricing" | "orders" | "warehouse" | "operator" | "admin")[];
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
         *       "ids": [
         *         "019a0000-0000-7000-8000-000000000007"
         *       ]
         *     }
         */
        Erasure: {
            ids: string[];
        };
        /**
         * @example {
         *       "customer": "anna@example.com"
         *     }
         */
        Whom: {
            /** @description The id of an account or a guest, an e-mail address, or the text that orders name the customer by */
            customer: string;
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
             * @description `committed` where all of it has left the house, `restocked` where all of it is back on the shelf
             * @enum {string}
             */
            status: "reserved" | "confirmed" | "released" | "rejected" | "expired" | "committed" | "restocked";
            /** @description Without what was cancelled of it */
            lines: components["schemas"]["ReservedLine"][];
            /** @description What has left the house so far */
            sent?: components["schemas"]["ReservedLine"][];
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
         * @description total = subtotal − Σ discounts + shipping + the taxes that are not included, and Σ totals of lines and shipping
         * @example {
         *       "id": "019a0000-0000-7000-8000-000000000002",
         *       "number": "QM-2026-000123",
         *       "customerId": "customer-17",
         *       "email": null,
         *       "addresses": {},
         *       "locale": null,
         *       "metadata": {},
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
         *           },
         *           "priceList": null,
         *           "discounts": [],
         *           "tax": [],
         *           "total": {
         *             "amount": 3897,
         *             "currency": "EUR"
         *           }
         *         }
         *       ],
         *       "subtotal": {
         *         "amount": 3897,
         *         "currency": "EUR"
         *       },
         *       "discounts": [],
         *       "tax": [],
         *       "total": {
         *         "amount": 3897,
         *         "currency": "EUR"
         *       },
         *       "quantities": [
         *         {
         *           "productId": "019a0000-0000-7000-8000-000000000001",
         *           "sku": "MUG-BLUE-350",
         *           "ordered": 3,
         *           "cancelled": 0,
         *           "shipped": 2,
         *           "returned": 0,
         *           "left": 1
         *         }
         *       ],
         *       "cancellations": [],
         *       "shipments": [],
         *       "returns": [],
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
            /** @description For people; null: an older order, which has none */
            number: string | null;
            /** @description Null: the customer was erased */
            customerId: string | null;
            email: string | null;
            addresses: components["schemas"]["OrderAddresses"];
            /**
             * @description In which language the customer is written to
             * @example de-DE
             */
            locale: string | null;
            metadata: components["schemas"]["OrderMetadata"];
            lines: components["schemas"]["OrderLine"][];
            subtotal: components["schemas"]["Money"];
            discounts: components["schemas"]["QuoteDiscount"][];
            shipping?: components["schemas"]["QuoteShipping"];
            tax: components["schemas"]["QuoteTax"][];
            total: components["schemas"]["Money"];
            /** @enum {string} */
            status: "pending" | "confirmed" | "shipped" | "completed" | "cancelled" | "returned" | "attention";
            cancelled?: components["schemas"]["OrderCancelled"];
            /**
             * @deprecated
             * @description Why it is cancelled, in one text: the note, else words for the code
             */
            reason?: string;
            shortages?: components["schemas"]["Shortage"][];
            payment?: components["schemas"]["OrderPayment"];
            /** @description One by one product */
            quantities: components["schemas"]["OrderQuantities"][];
            /** @description Of some lines, oldest first */
            cancellations: components["schemas"]["OrderLinesCancelled"][];
            /** @description Oldest first */
            shipments: components["schemas"]["Shipment"][];
            returned?: components["schemas"]["OrderReturn"];
            /** @description One by one, oldest first; `returned` is their sum, where there are any */
            returns: components["schemas"]["ReturnOfOrder"][];
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
         * @description There is no `billing` where the bill goes where the goods go
         * @example {
         *       "shipping": {
         *         "name": "Anna Arnold",
         *         "line1": "Lange Straße 1",
         *         "postalCode": "20095",
         *         "city": "Hamburg",
         *         "country": "DE",
         *         "company": null,
         *         "line2": null,
         *         "region": null,
         *         "phone": null
         *       }
         *     }
         */
        OrderAddresses: {
            shipping?: components["schemas"]["OrderAddress"];
            billing?: components["schemas"]["OrderAddress"];
        };
        /**
         * @description A field is null where there is none, or the customer was erased
         * @example {
         *       "name": "Anna Arnold",
         *       "line1": "Lange Straße 1",
         *       "postalCode": "20095",
         *       "city": "Hamburg",
         *       "country": "DE",
         *       "company": null,
         *       "line2": null,
         *       "region": null,
         *       "phone": null
         *     }
         */
        OrderAddress: {
            name: string | null;
            company: string | null;
            line1: string | null;
            line2: string | null;
            postalCode: string | null;
            city: string | null;
            region: string | null;
            country: string | null;
            phone: string | null;
        };
        /**
         * @description `lineTotal` is unit price × quantity, `total` is what is paid for the line: after discounts, with all taxes
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
         *       },
         *       "priceList": null,
         *       "discounts": [],
         *       "tax": [],
         *       "total": {
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
            /** @description Whose price it is; null: that of the catalog */
            priceList: string | null;
            discounts: components["schemas"]["QuoteDiscountPart"][];
            tax: components["schemas"]["QuoteTax"][];
            total: components["schemas"]["Money"];
        };
        /**
         * @example {
         *       "by": "customer",
         *       "code": "customer-request",
         *       "note": null
         *     }
         */
        OrderCancelled: {
            /**
             * @description `system`: nobody was asked; `code` says why
             * @enum {string}
             */
            by: "customer" | "staff" | "system";
            /** @enum {string} */
            code: "customer-request" | "out-of-stock" | "undeliverable" | "fraud" | "other" | "hold-expired" | "payment-declined" | "payment-late" | "no-answer";
            /** @description In words; null: nothing was said, or the customer was erased */
            note: string | null;
        };
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
             * @description `captured` where anything was, `refunded` where all of it was: see the amounts. `declined`: the order waits for another payment method
             * @enum {string}
             */
            status: "requested" | "action-required" | "declined" | "authorized" | "captured" | "voided" | "refunded" | "failed";
            nextAction?: components["schemas"]["NextAction"];
            declined?: components["schemas"]["DeclinedPayment"];
            authorized: components["schemas"]["Money"];
            captured: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
        };
        /**
         * @description What the buyer has to do while the payment is `action-required`
         * @example {
         *       "type": "redirect",
         *       "url": "https://bank.example/3ds/1",
         *       "clientSecret": null
         *     }
         */
        NextAction: {
            /** @enum {string} */
            type: "redirect" | "client-secret";
            url: string | null;
            clientSecret: string | null;
        };
        /**
         * @description Why a payment method was declined, in the words of the provider, and until when another one can be sent
         * @example {
         *       "code": "card_declined",
         *       "attemptsLeft": 4,
         *       "until": "2026-11-21T09:30:00.000Z"
         *     }
         */
        DeclinedPayment: {
            code: string;
            attemptsLeft: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            until: string;
        };
        /**
         * @example {
         *       "productId": "019a0000-0000-7000-8000-000000000001",
         *       "sku": "MUG-BLUE-350",
         *       "ordered": 3,
         *       "cancelled": 0,
         *       "shipped": 2,
         *       "returned": 0,
         *       "left": 1
         *     }
         */
        OrderQuantities: {
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
            ordered: number;
            cancelled: number;
            shipped: number;
            returned: number;
            /** @description To be sent yet: ordered − cancelled − shipped; 0 in a cancelled order */
            left: number;
        };
        /**
         * @description Without `refunded`, nothing of it was given back, mostly as it was not captured
         * @example {
         *       "id": "019a0000-0000-7000-8000-000000000003",
         *       "lines": [
         *         {
         *           "productId": "019a0000-0000-7000-8000-000000000001",
         *           "sku": "MUG-BLUE-350",
         *           "quantity": 1
         *         }
         *       ],
         *       "by": "staff",
         *       "code": "out-of-stock",
         *       "note": null,
         *       "amount": {
         *         "amount": 1299,
         *         "currency": "EUR"
         *       },
         *       "cancelledAt": "2026-11-21T09:30:00.000Z"
         *     }
         */
        OrderLinesCancelled: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            id: string;
            lines: components["schemas"]["ReturnedLine"][];
            /**
             * @description `system`: nobody was asked; `code` says why
             * @enum {string}
             */
            by: "customer" | "staff" | "system";
            /** @enum {string} */
            code: "customer-request" | "out-of-stock" | "undeliverable" | "fraud" | "other" | "hold-expired" | "payment-declined" | "payment-late" | "no-answer";
            /** @description In words; null: nothing was said, or the customer was erased */
            note: string | null;
            amount: components["schemas"]["Money"];
            refunded?: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            cancelledAt: string;
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
         *       "id": "019a0000-0000-7000-8000-000000000003",
         *       "lines": [
         *         {
         *           "productId": "019a0000-0000-7000-8000-000000000001",
         *           "sku": "MUG-BLUE-350",
         *           "quantity": 1
         *         }
         *       ],
         *       "carrier": "DHL",
         *       "tracking": "00340434292135100186",
         *       "status": "in-transit",
         *       "dispatchedAt": "2026-11-21T09:30:00.000Z",
         *       "endedAt": null
         *     }
         */
        Shipment: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            id: string;
            lines: components["schemas"]["ShipmentLine"][];
            carrier: string | null;
            tracking: string | null;
            /**
             * @description `returned`: to the sender, without being delivered
             * @enum {string}
             */
            status: "in-transit" | "delivered" | "lost" | "returned";
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             * @example 2026-11-21T09:30:00.000Z
             */
            dispatchedAt: string;
            /**
             * Format: date-time
             * @description When it was delivered, lost or returned
             * @example 2026-11-21T09:30:00.000Z
             */
            endedAt: string | null;
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
         *           "number": "QM-2026-000123",
         *           "customerId": "customer-17",
         *           "email": null,
         *           "addresses": {},
         *           "locale": null,
         *           "metadata": {},
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
         *               },
         *               "priceList": null,
         *               "discounts": [],
         *               "tax": [],
         *               "total": {
         *                 "amount": 3897,
         *                 "currency": "EUR"
         *               }
         *             }
         *           ],
         *           "subtotal": {
         *             "amount": 3897,
         *             "currency": "EUR"
         *           },
         *           "discounts": [],
         *           "tax": [],
         *           "total": {
         *             "amount": 3897,
         *             "currency": "EUR"
         *           },
         *           "quantities": [
         *             {
         *               "productId": "019a0000-0000-7000-8000-000000000001",
         *               "sku": "MUG-BLUE-350",
         *               "ordered": 3,
         *               "cancelled": 0,
         *               "shipped": 2,
         *               "returned": 0,
         *               "left": 1
         *             }
         *           ],
         *           "cancellations": [],
         *           "shipments": [],
         *           "returns": [],
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
         * @description `total`: what the buyer has agreed to pay. Where the order costs something else, it is refused
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
            /** @description Left out: the customer who asks. Somebody else names only who has `orders:write` */
            customerId?: string;
            lines: components["schemas"]["WantedLine"][];
            /** @description Each must hold, else the order is refused. Left out: `[]` */
            coupons?: string[];
            addresses?: components["schemas"]["NewOrderAddresses"];
            /**
             * Format: email
             * @example anna@example.com
             */
            email?: string;
            /** @description The key of a shipping method; it needs an address */
            shippingMethod?: string;
            /**
             * @description In which language the customer is written to
             * @example de-DE
             */
            locale?: string;
            metadata?: components["schemas"]["OrderMetadata"];
            /**
             * @description The payment provider's token; never a card number
             * @example pm_card_visa
             */
            paymentMethod?: string;
            /**
             * @description What a declined payment method does: `cancel` cancels the order; with `wait` it takes another one, as long as its stock is held (`POST /api/orders/{id}/payment`). Left out: `"cancel"`
             * @enum {string}
             */
            onDecline?: "cancel" | "wait";
            total?: components["schemas"]["Money"];
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
         *       "paymentMethod": "pm_card_visa"
         *     }
         */
        AnotherPaymentMethod: {
            /**
             * @description The payment provider's token; never a card number
             * @example pm_card_visa
             */
            paymentMethod: string;
        };
        /**
         * @example {
         *       "code": "customer-request",
         *       "note": "ordered twice"
         *     }
         */
        Cancellation: {
            /**
             * @description Left out: `"customer-request"`
             * @enum {string}
             */
            code?: "customer-request" | "out-of-stock" | "undeliverable" | "fraud" | "other";
            /** @description In words; it is personal data of the customer */
            note?: string;
            /**
             * @deprecated
             * @description As `note`
             */
            reason?: string;
        };
        /**
         * @example {
         *       "lines": [
         *         {
         *           "sku": "MUG-BLUE-350",
         *           "quantity": 1
         *         }
         *       ],
         *       "code": "out-of-stock"
         *     }
         */
        LineCancellation: {
            lines: components["schemas"]["WantedLine"][];
            /**
             * @description Left out: `"customer-request"`
             * @enum {string}
             */
            code?: "customer-request" | "out-of-stock" | "undeliverable" | "fraud" | "other";
            /** @description In words; it is personal data of the customer */
            note?: string;
        };
        /**
         * @example {
         *       "carrier": "DHL",
         *       "tracking": "00340434292135100186"
         *     }
         */
        Dispatch: {
            /**
             * Format: uuid
             * @description Of the caller; sent again with the same one, nothing happens
             */
            shipmentId?: string;
            /** @description All that is left where it is left out */
            lines?: components["schemas"]["WantedLine"][];
            carrier?: string;
            tracking?: string;
        };
        /**
         * @example {
         *       "shipmentId": "019a0000-0000-7000-8000-000000000003"
         *     }
         */
        Delivery: {
            /**
             * Format: uuid
             * @description All that is on its way where it is left out
             */
            shipmentId?: string;
        };
        /**
         * @example {
         *       "shipmentId": "019a0000-0000-7000-8000-000000000003"
         *     }
         */
        Loss: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            shipmentId: string;
        };
        /**
         * @example {
         *       "shipmentId": "019a0000-0000-7000-8000-000000000003",
         *       "restock": true
         *     }
         */
        ReturnToSender: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            shipmentId: string;
            /** @description Whether it goes back on the shelf. Left out: `false` */
            restock?: boolean;
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
            /** @description What has come back; all that has arrived and has not come back where it is left out */
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
            /** @description Null: the customer was erased */
            customerId: string | null;
            amount: components["schemas"]["Money"];
            /**
             * @description `declined`: it waits for another payment method; `reason` is the code of the provider
             * @enum {string}
             */
            status: "pending" | "action-required" | "declined" | "authorized" | "captured" | "refunded" | "failed" | "voided";
            nextAction?: components["schemas"]["NextAction"];
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
            /** @description Null: the customer was erased */
            reason: string | null;
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
         *       "data": [
         *         {
         *           "code": "SUMMER10",
         *           "usesMax": 100,
         *           "usesPerCustomerMax": 1,
         *           "batchId": "019a0000-0000-7000-8000-000000000003",
         *           "promotionId": "019a0000-0000-7000-8000-000000000003",
         *           "startsAt": null,
         *           "endsAt": null,
         *           "status": "active",
         *           "version": 1,
         *           "createdAt": "2026-11-21T09:30:00.000Z",
         *           "updatedAt": "2026-11-21T09:30:00.000Z"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        CouponPage: {
            data: components["schemas"]["Coupon"][];
            nextCursor: string | null;
            total?: number;
        };
        /**
         * @example {
         *       "code": "SUMMER10",
         *       "usesMax": 100,
         *       "usesPerCustomerMax": 1,
         *       "batchId": "019a0000-0000-7000-8000-000000000003",
         *       "promotionId": "019a0000-0000-7000-8000-000000000003",
         *       "startsAt": null,
         *       "endsAt": null,
         *       "status": "active",
         *       "version": 1,
         *       "createdAt": "2026-11-21T09:30:00.000Z",
         *       "updatedAt": "2026-11-21T09:30:00.000Z"
         *     }
         */
        Coupon: {
            /**
             * @description Typed in capitals or not, it is the same code
             * @example SUMMER10
             */
            code: string;
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            batchId: string;
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            promotionId: string;
            /** @description In all; null: any number */
            usesMax: number | null;
            /** @description Null: any number */
            usesPerCustomerMax: number | null;
            /**
             * Format: date-time
             * @description From then on; null: at once
             * @example 2026-11-21T09:30:00.000Z
             */
            startsAt: string | null;
            /**
             * Format: date-time
             * @description Until just before then; null: for good
             * @example 2026-11-21T09:30:00.000Z
             */
            endsAt: string | null;
            /** @enum {string} */
            status: "active" | "disabled";
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
         *       "batchId": "019a0000-0000-7000-8000-000000000003",
         *       "promotionId": "019a0000-0000-7000-8000-000000000003",
         *       "code": "SUMMER10",
         *       "usesMax": 100,
         *       "usesPerCustomerMax": 1,
         *       "codes": [
         *         "SUMMER10"
         *       ],
         *       "startsAt": null,
         *       "endsAt": null,
         *       "status": "active",
         *       "version": 1,
         *       "createdAt": "2026-11-21T09:30:00.000Z",
         *       "updatedAt": "2026-11-21T09:30:00.000Z"
         *     }
         */
        IssuedCoupons: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            batchId: string;
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            promotionId: string;
            /**
             * @description The code that was chosen; null: a batch of made-up ones
             * @example SUMMER10
             */
            code: string | null;
            /** @description All codes */
            codes: string[];
            /** @description In all; null: any number */
            usesMax: number | null;
            /** @description Null: any number */
            usesPerCustomerMax: number | null;
            /**
             * Format: date-time
             * @description From then on; null: at once
             * @example 2026-11-21T09:30:00.000Z
             */
            startsAt: string | null;
            /**
             * Format: date-time
             * @description Until just before then; null: for good
             * @example 2026-11-21T09:30:00.000Z
             */
            endsAt: string | null;
            /** @enum {string} */
            status: "active" | "disabled";
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
         *       "code": "SUMMER10",
         *       "usesMax": 100,
         *       "usesPerCustomerMax": 1
         *     }
         */
        NewCoupons: components["schemas"]["NewCoupon"] | components["schemas"]["NewCouponBatch"];
        /**
         * @example {
         *       "code": "SUMMER10",
         *       "usesMax": 100,
         *       "usesPerCustomerMax": 1
         *     }
         */
        NewCoupon: {
            /**
             * @description Typed in capitals or not, it is the same code
             * @example SUMMER10
             */
            code: string;
            /** @description In all; null: any number. Left out: `null` */
            usesMax?: number | null;
            /** @description Null: any number. Left out: `null` */
            usesPerCustomerMax?: number | null;
            /**
             * Format: date-time
             * @description From then on; null: at once. Left out: `null`
             * @example 2026-11-21T09:30:00.000Z
             */
            startsAt?: string | null;
            /**
             * Format: date-time
             * @description Until just before then; null: for good. Left out: `null`
             * @example 2026-11-21T09:30:00.000Z
             */
            endsAt?: string | null;
        };
        /**
         * @example {
         *       "count": 1000,
         *       "prefix": "gift-"
         *     }
         */
        NewCouponBatch: {
            /** @description So many codes, made up here */
            count: number;
            /** @description Left out: `""` */
            prefix?: string;
            /** @description In all; null: any number. Left out: `1` */
            usesMax?: number | null;
            /** @description Null: any number. Left out: `null` */
            usesPerCustomerMax?: number | null;
            /**
             * Format: date-time
             * @description From then on; null: at once. Left out: `null`
             * @example 2026-11-21T09:30:00.000Z
             */
            startsAt?: string | null;
            /**
             * Format: date-time
             * @description Until just before then; null: for good. Left out: `null`
             * @example 2026-11-21T09:30:00.000Z
             */
            endsAt?: string | null;
        };
        /**
         * @example {
         *       "id": "019a0000-0000-7000-8000-000000000003",
         *       "name": "Summer sale",
         *       "effect": {
         *         "type": "percent",
         *         "percent": 10,
         *         "on": {
         *           "skus": [],
         *           "categories": [
         *             "kitchen"
         *           ]
         *         }
         *       },
         *       "conditions": [
         *         {
         *           "type": "quantity",
         *           "from": 2
         *         }
         *       ],
         *       "automatic": false,
         *       "stackable": true,
         *       "priority": 0,
         *       "startsAt": null,
         *       "endsAt": null,
         *       "status": "active",
         *       "version": 1,
         *       "createdAt": "2026-11-21T09:30:00.000Z",
         *       "updatedAt": "2026-11-21T09:30:00.000Z"
         *     }
         */
        Promotion: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            id: string;
            /** @example Summer sale */
            name: string;
            effect: components["schemas"]["PromotionEffect"];
            conditions: components["schemas"]["PromotionCondition"][];
            /** @description Applied without a code */
            automatic: boolean;
            /** @description Together with others; false: alone */
            stackable: boolean;
            /** @description The highest one is applied first */
            priority: number;
            /**
             * Format: date-time
             * @description From then on; null: at once
             * @example 2026-11-21T09:30:00.000Z
             */
            startsAt: string | null;
            /**
             * Format: date-time
             * @description Until just before then; null: for good
             * @example 2026-11-21T09:30:00.000Z
             */
            endsAt: string | null;
            /** @enum {string} */
            status: "active" | "paused" | "archived";
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
         * @description What is given. `on`: the lines that it is taken off, by SKU or product category; left out: all
         * @example {
         *       "type": "percent",
         *       "percent": 10,
         *       "on": {
         *         "skus": [],
         *         "categories": []
         *       }
         *     }
         */
        PromotionEffect: {
            /** @enum {string} */
            type: "percent";
            percent: number;
            /** @description Left out: `{"skus":[],"categories":[]}` */
            on?: {
                /** @description Left out: `[]` */
                skus?: string[];
                /** @description Left out: `[]` */
                categories?: string[];
            };
        } | {
            /** @enum {string} */
            type: "amount";
            amount: components["schemas"]["Money"];
            /** @description Left out: `{"skus":[],"categories":[]}` */
            on?: {
                /** @description Left out: `[]` */
                skus?: string[];
                /** @description Left out: `[]` */
                categories?: string[];
            };
        } | {
            /** @enum {string} */
            type: "free-shipping";
        } | {
            /** @enum {string} */
            type: "buy-x-get-y";
            buy: {
                quantity: number;
                /** @description Left out: `{"skus":[],"categories":[]}` */
                on?: {
                    /** @description Left out: `[]` */
                    skus?: string[];
                    /** @description Left out: `[]` */
                    categories?: string[];
                };
            };
            get: {
                quantity: number;
                /** @description Left out: `{"skus":[],"categories":[]}` */
                on?: {
                    /** @description Left out: `[]` */
                    skus?: string[];
                    /** @description Left out: `[]` */
                    categories?: string[];
                };
                /** @description Left out: `100` */
                percent?: number;
            };
            /** @description Per order; null: as often as it fits. Left out: `null` */
            timesMax?: number | null;
        } | {
            /** @enum {string} */
            type: "fixed-price";
            price: components["schemas"]["Money"];
            /** @description So many units for the price. Left out: `1` */
            quantity?: number;
            /** @description Left out: `{"skus":[],"categories":[]}` */
            on?: {
                /** @description Left out: `[]` */
                skus?: string[];
                /** @description Left out: `[]` */
                categories?: string[];
            };
        };
        /**
         * @description What must hold; subtotals are those before discounts
         * @example {
         *       "type": "subtotal",
         *       "from": {
         *         "amount": 5000,
         *         "currency": "EUR"
         *       },
         *       "on": {
         *         "skus": [],
         *         "categories": []
         *       }
         *     }
         */
        PromotionCondition: {
            /** @enum {string} */
            type: "subtotal";
            from: components["schemas"]["Money"];
            /** @description Left out: `{"skus":[],"categories":[]}` */
            on?: {
                /** @description Left out: `[]` */
                skus?: string[];
                /** @description Left out: `[]` */
                categories?: string[];
            };
        } | {
            /** @enum {string} */
            type: "quantity";
            from: number;
            /** @description Left out: `{"skus":[],"categories":[]}` */
            on?: {
                /** @description Left out: `[]` */
                skus?: string[];
                /** @description Left out: `[]` */
                categories?: string[];
            };
        } | {
            /** @enum {string} */
            type: "sku";
            anyOf: string[];
        } | {
            /** @enum {string} */
            type: "category";
            anyOf: string[];
        } | {
            /** @enum {string} */
            type: "customer-group";
            anyOf: string[];
        } | {
            /** @enum {string} */
            type: "first-order";
        } | {
            /** @enum {string} */
            type: "period";
            /** @description 1: Monday; empty: all. Left out: `[]` */
            weekdays?: number[];
            /** @description Left out: `"00:00"` */
            from?: string;
            /** @description Until just before then; null: midnight. Left out: `null` */
            until?: string | null;
            /** @description Left out: `0` */
            utcOffsetMinutes?: number;
        } | {
            /** @enum {string} */
            type: "channel";
            anyOf: string[];
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "id": "019a0000-0000-7000-8000-000000000003",
         *           "name": "Summer sale",
         *           "effect": {
         *             "type": "percent",
         *             "percent": 10,
         *             "on": {
         *               "skus": [],
         *               "categories": [
         *                 "kitchen"
         *               ]
         *             }
         *           },
         *           "conditions": [
         *             {
         *               "type": "quantity",
         *               "from": 2
         *             }
         *           ],
         *           "automatic": false,
         *           "stackable": true,
         *           "priority": 0,
         *           "startsAt": null,
         *           "endsAt": null,
         *           "status": "active",
         *           "version": 1,
         *           "createdAt": "2026-11-21T09:30:00.000Z",
         *           "updatedAt": "2026-11-21T09:30:00.000Z"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        PromotionPage: {
            data: components["schemas"]["Promotion"][];
            nextCursor: string | null;
            total?: number;
        };
        /**
         * @example {
         *       "name": "Summer sale",
         *       "effect": {
         *         "type": "percent",
         *         "percent": 10,
         *         "on": {
         *           "skus": [],
         *           "categories": [
         *             "kitchen"
         *           ]
         *         }
         *       },
         *       "conditions": [
         *         {
         *           "type": "quantity",
         *           "from": 2
         *         }
         *       ]
         *     }
         */
        NewPromotion: {
            /** @example Summer sale */
            name: string;
            effect: components["schemas"]["PromotionEffect"];
            /** @description Left out: `[]` */
            conditions?: components["schemas"]["PromotionCondition"][];
            /** @description Applied without a code. Left out: `false` */
            automatic?: boolean;
            /** @description Together with others; false: alone. Left out: `true` */
            stackable?: boolean;
            /** @description The highest one is applied first. Left out: `0` */
            priority?: number;
            /**
             * Format: date-time
             * @description From then on; null: at once. Left out: `null`
             * @example 2026-11-21T09:30:00.000Z
             */
            startsAt?: string | null;
            /**
             * Format: date-time
             * @description Until just before then; null: for good. Left out: `null`
             * @example 2026-11-21T09:30:00.000Z
             */
            endsAt?: string | null;
        };
        /**
         * @example {
         *       "status": "paused"
         *     }
         */
        PromotionUpdate: {
            /** @example Summer sale */
            name?: string;
            effect?: components["schemas"]["PromotionEffect"];
            conditions?: components["schemas"]["PromotionCondition"][];
            /** @description Applied without a code */
            automatic?: boolean;
            /** @description Together with others; false: alone */
            stackable?: boolean;
            /** @description The highest one is applied first */
            priority?: number;
            /**
             * Format: date-time
             * @description From then on; null: at once
             * @example 2026-11-21T09:30:00.000Z
             */
            startsAt?: string | null;
            /**
             * Format: date-time
             * @description Until just before then; null: for good
             * @example 2026-11-21T09:30:00.000Z
             */
            endsAt?: string | null;
            /** @enum {string} */
            status?: "active" | "paused";
        };
        /**
         * @example {
         *       "id": "019a0000-0000-5000-8000-000000000004",
         *       "status": "active",
         *       "version": 1,
         *       "createdAt": "2026-11-21T09:30:00.000Z",
         *       "updatedAt": "2026-11-21T09:30:00.000Z",
         *       "country": "DE",
         *       "name": "VAT",
         *       "percent": 19,
         *       "included": true,
         *       "region": null,
         *       "taxClass": "standard",
         *       "startsAt": null,
         *       "endsAt": null
         *     }
         */
        TaxRate: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            id: string;
            /**
             * @description ISO 3166-1 alpha-2
             * @example DE
             */
            country: string;
            /**
             * @description Null: all of the country
             * @example CA
             */
            region: string | null;
            /**
             * @description Of goods, such as `standard` or `books`
             * @example standard
             */
            taxClass: string;
            /** @example VAT */
            name: string;
            /**
             * @description Taken exactly as it is written
             * @example 19
             */
            percent: number;
            /** @description Prices that are shown there contain this tax */
            included: boolean;
            /**
             * Format: date-time
             * @description From then on; null: at once
             * @example 2026-11-21T09:30:00.000Z
             */
            startsAt: string | null;
            /**
             * Format: date-time
             * @description Until just before then; null: for good
             * @example 2026-11-21T09:30:00.000Z
             */
            endsAt: string | null;
            /** @enum {string} */
            status: "active" | "removed";
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
         *           "id": "019a0000-0000-5000-8000-000000000004",
         *           "status": "active",
         *           "version": 1,
         *           "createdAt": "2026-11-21T09:30:00.000Z",
         *           "updatedAt": "2026-11-21T09:30:00.000Z",
         *           "country": "DE",
         *           "name": "VAT",
         *           "percent": 19,
         *           "included": true,
         *           "region": null,
         *           "taxClass": "standard",
         *           "startsAt": null,
         *           "endsAt": null
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        TaxRatePage: {
            data: components["schemas"]["TaxRate"][];
            nextCursor: string | null;
            total?: number;
        };
        /**
         * @example {
         *       "country": "DE",
         *       "name": "VAT",
         *       "percent": 19,
         *       "included": true
         *     }
         */
        NewTaxRate: {
            /**
             * @description ISO 3166-1 alpha-2
             * @example DE
             */
            country: string;
            /**
             * @description Null: all of the country. Left out: `null`
             * @example CA
             */
            region?: string | null;
            /**
             * @description Of goods, such as `standard` or `books`. Left out: `"standard"`
             * @example standard
             */
            taxClass?: string;
            /** @example VAT */
            name: string;
            /**
             * @description Taken exactly as it is written
             * @example 19
             */
            percent: number;
            /** @description Prices that are shown there contain this tax */
            included: boolean;
            /**
             * Format: date-time
             * @description From then on; null: at once. Left out: `null`
             * @example 2026-11-21T09:30:00.000Z
             */
            startsAt?: string | null;
            /**
             * Format: date-time
             * @description Until just before then; null: for good. Left out: `null`
             * @example 2026-11-21T09:30:00.000Z
             */
            endsAt?: string | null;
        };
        /**
         * @example {
         *       "id": "019a0000-0000-5000-8000-000000000004",
         *       "status": "active",
         *       "version": 1,
         *       "createdAt": "2026-11-21T09:30:00.000Z",
         *       "updatedAt": "2026-11-21T09:30:00.000Z",
         *       "key": "standard",
         *       "name": "Standard",
         *       "zones": [
         *         {
         *           "countries": [
         *             "DE"
         *           ],
         *           "regions": [],
         *           "postalCodes": [],
         *           "rate": {
         *             "type": "flat",
         *             "price": {
         *               "amount": 490,
         *               "currency": "EUR"
         *             }
         *           },
         *           "freeFrom": {
         *             "amount": 5000,
         *             "currency": "EUR"
         *           }
         *         }
         *       ],
         *       "taxClass": null
         *     }
         */
        ShippingMethod: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            id: string;
            /** @example standard */
            key: string;
            /** @example Standard */
            name: string;
            /** @description The first one that has the address and the currency holds */
            zones: components["schemas"]["ShippingZone"][];
            /**
             * @description Null: taxed as the goods, in shares of their value
             * @example standard
             */
            taxClass: string | null;
            /** @enum {string} */
            status: "active" | "removed";
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
         * @description Empty lists: everywhere. `freeFrom`: from this subtotal on it costs nothing. Tiers stand in rising order
         * @example {
         *       "countries": [
         *         "DE"
         *       ],
         *       "regions": [],
         *       "postalCodes": [],
         *       "rate": {
         *         "type": "flat",
         *         "price": {
         *           "amount": 490,
         *           "currency": "EUR"
         *         }
         *       },
         *       "freeFrom": {
         *         "amount": 5000,
         *         "currency": "EUR"
         *       }
         *     }
         */
        ShippingZone: {
            /** @description Left out: `[]` */
            countries?: string[];
            /** @description Left out: `[]` */
            regions?: string[];
            /** @description How they begin. Left out: `[]` */
            postalCodes?: string[];
            rate: {
                /** @enum {string} */
                type: "flat";
                price: components["schemas"]["Money"];
            } | {
                /** @enum {string} */
                type: "by-weight";
                tiers: {
                    upToGrams: number;
                    price: components["schemas"]["Money"];
                }[];
            } | {
                /** @enum {string} */
                type: "by-value";
                tiers: {
                    from: components["schemas"]["Money"];
                    price: components["schemas"]["Money"];
                }[];
            };
            freeFrom?: components["schemas"]["Money"];
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "id": "019a0000-0000-5000-8000-000000000004",
         *           "status": "active",
         *           "version": 1,
         *           "createdAt": "2026-11-21T09:30:00.000Z",
         *           "updatedAt": "2026-11-21T09:30:00.000Z",
         *           "key": "standard",
         *           "name": "Standard",
         *           "zones": [
         *             {
         *               "countries": [
         *                 "DE"
         *               ],
         *               "regions": [],
         *               "postalCodes": [],
         *               "rate": {
         *                 "type": "flat",
         *                 "price": {
         *                   "amount": 490,
         *                   "currency": "EUR"
         *                 }
         *               },
         *               "freeFrom": {
         *                 "amount": 5000,
         *                 "currency": "EUR"
         *               }
         *             }
         *           ],
         *           "taxClass": null
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        ShippingMethodPage: {
            data: components["schemas"]["ShippingMethod"][];
            nextCursor: string | null;
            total?: number;
        };
        /**
         * @example {
         *       "key": "standard",
         *       "name": "Standard",
         *       "zones": [
         *         {
         *           "countries": [
         *             "DE"
         *           ],
         *           "regions": [],
         *           "postalCodes": [],
         *           "rate": {
         *             "type": "flat",
         *             "price": {
         *               "amount": 490,
         *               "currency": "EUR"
         *             }
         *           },
         *           "freeFrom": {
         *             "amount": 5000,
         *             "currency": "EUR"
         *           }
         *         }
         *       ]
         *     }
         */
        NewShippingMethod: {
            /** @example standard */
            key: string;
            /** @example Standard */
            name: string;
            /** @description The first one that has the address and the currency holds */
            zones: components["schemas"]["ShippingZone"][];
            /**
             * @description Null: taxed as the goods, in shares of their value. Left out: `null`
             * @example standard
             */
            taxClass?: string | null;
        };
        /**
         * @example {
         *       "id": "019a0000-0000-5000-8000-000000000004",
         *       "status": "active",
         *       "version": 1,
         *       "createdAt": "2026-11-21T09:30:00.000Z",
         *       "updatedAt": "2026-11-21T09:30:00.000Z",
         *       "key": "wholesale-eur",
         *       "name": "Wholesale",
         *       "currency": "EUR",
         *       "customerGroups": [
         *         "wholesale"
         *       ],
         *       "priority": 0,
         *       "startsAt": null,
         *       "endsAt": null,
         *       "prices": [
         *         {
         *           "sku": "MUG-BLUE-350",
         *           "price": 1499,
         *           "compareAt": 1999
         *         }
         *       ]
         *     }
         */
        PriceList: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            id: string;
            /** @example wholesale-eur */
            key: string;
            /** @example Wholesale */
            name: string;
            /** @description Empty: all customers */
            customerGroups: string[];
            /** @description Of several lists, the highest one has the price */
            priority: number;
            /**
             * Format: date-time
             * @description From then on; null: at once
             * @example 2026-11-21T09:30:00.000Z
             */
            startsAt: string | null;
            /**
             * Format: date-time
             * @description Until just before then; null: for good
             * @example 2026-11-21T09:30:00.000Z
             */
            endsAt: string | null;
            currency: components["schemas"]["Currency"];
            prices: components["schemas"]["ListedPrice"][];
            /** @enum {string} */
            status: "active" | "removed";
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
         *       "sku": "MUG-BLUE-350",
         *       "price": 1499,
         *       "compareAt": 1999
         *     }
         */
        ListedPrice: {
            /**
             * @description Stock keeping unit, unique over all products, case-sensitive
             * @example MUG-BLUE-350
             */
            sku: string;
            /** @example 1499 */
            price: number;
            /** @description The price that is crossed out. Left out: `null` */
            compareAt?: number | null;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "id": "019a0000-0000-5000-8000-000000000004",
         *           "status": "active",
         *           "version": 1,
         *           "createdAt": "2026-11-21T09:30:00.000Z",
         *           "updatedAt": "2026-11-21T09:30:00.000Z",
         *           "key": "wholesale-eur",
         *           "name": "Wholesale",
         *           "currency": "EUR",
         *           "customerGroups": [
         *             "wholesale"
         *           ],
         *           "priority": 0,
         *           "startsAt": null,
         *           "endsAt": null
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        PriceListPage: {
            data: components["schemas"]["PriceListSummary"][];
            nextCursor: string | null;
            total?: number;
        };
        /**
         * @example {
         *       "id": "019a0000-0000-5000-8000-000000000004",
         *       "status": "active",
         *       "version": 1,
         *       "createdAt": "2026-11-21T09:30:00.000Z",
         *       "updatedAt": "2026-11-21T09:30:00.000Z",
         *       "key": "wholesale-eur",
         *       "name": "Wholesale",
         *       "currency": "EUR",
         *       "customerGroups": [
         *         "wholesale"
         *       ],
         *       "priority": 0,
         *       "startsAt": null,
         *       "endsAt": null
         *     }
         */
        PriceListSummary: {
            /**
             * Format: uuid
             * @description A UUID (version 7 when the service made it)
             */
            id: string;
            /** @example wholesale-eur */
            key: string;
            /** @example Wholesale */
            name: string;
            /** @description Empty: all customers */
            customerGroups: string[];
            /** @description Of several lists, the highest one has the price */
            priority: number;
            /**
             * Format: date-time
             * @description From then on; null: at once
             * @example 2026-11-21T09:30:00.000Z
             */
            startsAt: string | null;
            /**
             * Format: date-time
             * @description Until just before then; null: for good
             * @example 2026-11-21T09:30:00.000Z
             */
            endsAt: string | null;
            currency: components["schemas"]["Currency"];
            /** @enum {string} */
            status: "active" | "removed";
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
         *       "key": "wholesale-eur",
         *       "name": "Wholesale",
         *       "currency": "EUR",
         *       "customerGroups": [
         *         "wholesale"
         *       ],
         *       "prices": [
         *         {
         *           "sku": "MUG-BLUE-350",
         *           "price": 1499,
         *           "compareAt": 1999
         *         }
         *       ]
         *     }
         */
        NewPriceList: {
            /** @example wholesale-eur */
            key: string;
            /** @example Wholesale */
            name: string;
            /** @description Empty: all customers. Left out: `[]` */
            customerGroups?: string[];
            /** @description Of several lists, the highest one has the price. Left out: `0` */
            priority?: number;
            /**
             * Format: date-time
             * @description From then on; null: at once. Left out: `null`
             * @example 2026-11-21T09:30:00.000Z
             */
            startsAt?: string | null;
            /**
             * Format: date-time
             * @description Until just before then; null: for good. Left out: `null`
             * @example 2026-11-21T09:30:00.000Z
             */
            endsAt?: string | null;
            currency: components["schemas"]["Currency"];
            prices: components["schemas"]["ListedPrice"][];
        };
        /**
         * @example {
         *       "lines": [
         *         {
         *           "sku": "MUG-BLUE-350",
         *           "quantity": 2,
         *           "unitPrice": {
         *             "amount": 1999,
         *             "currency": "EUR"
         *           }
         *         }
         *       ],
         *       "coupons": [
         *         "SUMMER10"
         *       ],
         *       "address": {
         *         "country": "DE",
         *         "postalCode": "10115"
         *       },
         *       "method": "standard"
         *     }
         */
        QuoteRequest: {
            lines: components["schemas"]["QuotedLine"][];
            currency?: components["schemas"]["Currency"];
            /** @description Left out: `[]` */
            coupons?: string[];
            address?: components["schemas"]["QuoteAddress"];
            /** @description The key of a shipping method */
            method?: string;
            customer?: components["schemas"]["QuoteCustomer"];
            /**
             * @description Where is bought, such as `web`
             * @example web
             */
            channel?: string;
            /**
             * Format: date-time
             * @description As if it were then; left out: now
             * @example 2026-11-21T09:30:00.000Z
             */
            at?: string;
        };
        /**
         * @example {
         *       "sku": "MUG-BLUE-350",
         *       "quantity": 2
         *     }
         */
        QuotedLine: {
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
            unitPrice?: components["schemas"]["Price"];
            /** @example kitchen */
            category?: string;
            /**
             * @description Of goods, such as `standard` or `books`
             * @example standard
             */
            taxClass?: string;
            /** @description Of a unit, in grams */
            weight?: number;
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
         * @description An address, of which only these fields are looked at
         * @example {
         *       "country": "DE",
         *       "postalCode": "10115"
         *     }
         */
        QuoteAddress: {
            /**
             * @description ISO 3166-1 alpha-2
             * @example DE
             */
            country: string;
            region?: string;
            postalCode?: string;
        };
        /**
         * @example {
         *       "groups": [
         *         "wholesale"
         *       ],
         *       "firstOrder": false
         *     }
         */
        QuoteCustomer: {
            id?: string;
            /** @description Left out: `[]` */
            groups?: string[];
            /** @description Left out: `false` */
            firstOrder?: boolean;
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
            /** @description For its author and for moderators; else null, as of somebody who was erased */
            customerId: string | null;
            rating: number;
            /** @description Null: the customer was erased */
            title: string | null;
            /** @description Null: the customer was erased */
            text: string | null;
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
    responses: {
        /** @description `malformed-request`: Malformed request */
        "malformed-request": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unauthenticated`: An access token is needed */
        unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `forbidden`: The access token does not allow this */
        forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `too-many-requests`: Too many requests */
        "too-many-requests": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `headers-too-large`: URL and headers too large */
        "headers-too-large": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `internal-error`: Internal error */
        "internal-error": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unavailable`: A dependency is unavailable */
        unavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `cross-site-write`: A page of another site may not write */
        "cross-site-write": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request-in-progress`: A request with this Idempotency-Key is still running */
        "request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `body-too-large`: Request body too large */
        "body-too-large": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `media-type-unsupported`: Unsupported content type */
        "media-type-unsupported": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `host-unknown`: This name is none of ours */
        "host-unknown": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
        "validation-failed.idempotency-key-reused.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `internal-error`: Internal error · `log-damaged`: Events are missing from the log */
        "internal-error.log-damaged": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `service-failed`: The service broke off */
        "service-failed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unavailable`: A dependency is unavailable · `log-blocked`: The log accepts no events until it is repaired · `log-replaced`: The log was replaced · `not-replicated`: Written, but not on enough replicas yet · `read-model-behind`: The read model has not caught up yet */
        "unavailable.log-blocked.log-replaced.not-replicated.read-model-behind": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `service-late`: The service did not answer in time */
        "service-late": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-found`: Not found */
        "not-found": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `checkout-running`: A checkout of the cart is under way */
        "checkout-running": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `version-stale`: If-Match is not the current version */
        "version-stale": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `cart-ordered`: The cart was ordered · `checkout-running`: A checkout of the cart is under way · `cart-full`: The cart is full */
        "cart-ordered.checkout-running.cart-full": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `product-unknown`: Unknown product · `validation-failed`: Validation failed */
        "product-unknown.validation-failed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `cart-ordered`: The cart was ordered · `checkout-running`: A checkout of the cart is under way · `cart-full`: The cart is full · `request-in-progress`: A request with this Idempotency-Key is still running */
        "cart-ordered.checkout-running.cart-full.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `version-stale`: If-Match is not the current version */
        "version-stale.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `validation-failed`: Validation failed */
        "validation-failed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `cart-ordered`: The cart was ordered · `checkout-running`: A checkout of the cart is under way · `request-in-progress`: A request with this Idempotency-Key is still running */
        "cart-ordered.checkout-running.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `cart-empty`: There is nothing in the cart · `cart-not-ready`: Not all of the cart can be ordered · `checkout-running`: A checkout of the cart is under way · `request-in-progress`: A request with this Idempotency-Key is still running */
        "cart-empty.cart-not-ready.checkout-running.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `order-refused`: The order was refused · `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
        "order-refused.validation-failed.idempotency-key-reused.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `forbidden`: The access token does not allow this · `cross-site-write`: A page of another site may not write */
        "forbidden.cross-site-write": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `idempotency-key-reused`: This Idempotency-Key was used for another request */
        "idempotency-key-reused.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `limit-reached`: Limit reached · `request-in-progress`: A request with this Idempotency-Key is still running */
        "limit-reached.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unavailable`: A dependency is unavailable · `read-model-behind`: The read model has not caught up yet */
        "unavailable.read-model-behind": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `pick-list-closed`: The order is cancelled · `nothing-left`: Nothing is left to pick · `request-in-progress`: A request with this Idempotency-Key is still running */
        "pick-list-closed.nothing-left.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-left`: More is meant than is left of the order · `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
        "not-left.validation-failed.idempotency-key-reused.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `shipment-not-packed`: The shipment is not packed · `dispatch-refused`: The order does not send it · `request-in-progress`: A request with this Idempotency-Key is still running */
        "shipment-not-packed.dispatch-refused.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `carrier-refused`: The carrier does not take it · `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
        "carrier-refused.validation-failed.idempotency-key-reused.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `shipment-not-packed`: The shipment is not packed · `request-in-progress`: A request with this Idempotency-Key is still running */
        "shipment-not-packed.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `shipment-not-in-transit`: The shipment is not in transit · `request-in-progress`: A request with this Idempotency-Key is still running */
        "shipment-not-in-transit.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `signature-invalid`: Invalid signature · `malformed-request`: Malformed request */
        "signature-invalid.malformed-request": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `code-invalid`: Not the right code, or no longer · `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
        "code-invalid.validation-failed.idempotency-key-reused.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `credentials-invalid`: Not the right e-mail address, password or code */
        "credentials-invalid": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `account-locked`: The account is locked · `cross-site-write`: A page of another site may not write */
        "account-locked.cross-site-write": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `version-required`: If-Match is required */
        "version-required": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `password-wrong`: Not the present password · `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
        "password-wrong.validation-failed.idempotency-key-reused.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `password-wrong`: Not the present password · `code-invalid`: Not the right code, or no longer · `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
        "password-wrong.code-invalid.validation-failed.idempotency-key-reused.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `email-taken`: Another account has this address · `limit-reached`: Limit reached · `request-in-progress`: A request with this Idempotency-Key is still running */
        "email-taken.limit-reached.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `rights-exceeded`: Nobody gives or takes rights that they do not have · `forbidden`: The access token does not allow this · `cross-site-write`: A page of another site may not write */
        "rights-exceeded.forbidden.cross-site-write": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `out-of-stock`: Not enough stock */
        "out-of-stock": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `stock-reserved`: Stock is reserved by open orders */
        "stock-reserved": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `inventory-exists`: The product already has an inventory · `sku-taken`: Another product has this SKU · `request-in-progress`: A request with this Idempotency-Key is still running */
        "inventory-exists.sku-taken.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `product-unknown`: Unknown product · `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
        "product-unknown.validation-failed.idempotency-key-reused.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `out-of-stock`: Not enough stock · `stock-changed`: The stock has changed · `limit-reached`: Limit reached · `request-in-progress`: A request with this Idempotency-Key is still running */
        "out-of-stock.stock-changed.limit-reached.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `total-changed`: The order costs something else now · `request-in-progress`: A request with this Idempotency-Key is still running */
        "total-changed.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `product-unknown`: Unknown product · `currencies-mixed`: All amounts must have the same currency · `quote-refused`: The order cannot be priced as it was asked for · `order-too-large`: The order is too large · `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
        "product-unknown.currencies-mixed.quote-refused.order-too-large.validation-failed.idempotency-key-reused.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `order-not-payable`: The order does not wait for a payment method · `request-in-progress`: A request with this Idempotency-Key is still running */
        "order-not-payable.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `order-not-cancellable`: The order can no longer be cancelled · `request-in-progress`: A request with this Idempotency-Key is still running */
        "order-not-cancellable.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `lines-not-cancellable`: Nothing of the order can be cancelled now · `request-in-progress`: A request with this Idempotency-Key is still running */
        "lines-not-cancellable.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `order-not-shippable`: The order cannot be shipped now · `request-in-progress`: A request with this Idempotency-Key is still running */
        "order-not-shippable.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `order-not-deliverable`: The order is not in transit · `request-in-progress`: A request with this Idempotency-Key is still running */
        "order-not-deliverable.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `order-not-returnable`: The order cannot be returned now · `request-in-progress`: A request with this Idempotency-Key is still running */
        "order-not-returnable.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-ordered`: More is returned than was ordered · `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
        "not-ordered.validation-failed.idempotency-key-reused.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `order-needs-no-attention`: The order needs no attention · `request-in-progress`: A request with this Idempotency-Key is still running */
        "order-needs-no-attention.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `payment-not-refundable`: Nothing is left to refund · `refund-too-large`: The refund is larger than what is left · `request-in-progress`: A request with this Idempotency-Key is still running */
        "payment-not-refundable.refund-too-large.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `currencies-mixed`: All amounts must have the same currency · `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
        "currencies-mixed.validation-failed.idempotency-key-reused.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `promotion-archived`: The promotion is archived · `promotion-automatic`: The promotion is given without a code · `coupon-taken`: There is a coupon with this code · `request-in-progress`: A request with this Idempotency-Key is still running */
        "promotion-archived.promotion-automatic.coupon-taken.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `rule-invalid`: The rule cannot hold as it is · `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
        "rule-invalid.validation-failed.idempotency-key-reused.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `promotion-archived`: The promotion is archived */
        "promotion-archived": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `rule-invalid`: The rule cannot hold as it is · `validation-failed`: Validation failed */
        "rule-invalid.validation-failed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `product-unknown`: Unknown product · `quote-too-large`: The quote is too large · `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
        "product-unknown.quote-too-large.validation-failed.idempotency-key-reused.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `product-archived`: The product is archived · `options-missing`: The product has no options · `options-in-use`: A variant uses this option */
        "product-archived.options-missing.options-in-use": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `sku-taken`: Another product has this SKU · `request-in-progress`: A request with this Idempotency-Key is still running */
        "sku-taken.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `sku-taken`: Another product has this SKU · `product-archived`: The product is archived · `options-missing`: The product has no options · `variant-exists`: A variant with these choices exists · `limit-reached`: Limit reached · `request-in-progress`: A request with this Idempotency-Key is still running */
        "sku-taken.product-archived.options-missing.variant-exists.limit-reached.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `choices-invalid`: The choices do not match the options of the product · `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
        "choices-invalid.validation-failed.idempotency-key-reused.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `product-archived`: The product is archived · `request-in-progress`: A request with this Idempotency-Key is still running */
        "product-archived.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `category-cycle`: A category cannot be below itself */
        "category-cycle": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `category-unknown`: Unknown parent category · `validation-failed`: Validation failed */
        "category-unknown.validation-failed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `category-exists`: Another category has this key · `limit-reached`: Limit reached · `request-in-progress`: A request with this Idempotency-Key is still running */
        "category-exists.limit-reached.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `category-unknown`: Unknown parent category · `validation-failed`: Validation failed · `idempotency-key-reused`: This Idempotency-Key was used for another request */
        "category-unknown.validation-failed.idempotency-key-reused.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `review-exists`: You have reviewed this product · `request-in-progress`: A request with this Idempotency-Key is still running */
        "review-exists.request-in-progress.replayed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
        "X-Correlation-Id": string;
        /** @description The id of the last event that was read: the stream goes on after it, without a gap */
        "last-event-id": string;
        /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
        "Event-Position": string;
        /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
        "Idempotency-Key": string;
        /** @description If sent: the ETag of the version to change; for instance `"7"` */
        "If-Match": string;
        /** @description The ETag of what is known already; for instance `"7"` */
        "If-None-Match": string;
        /** @description The signature: `t=<unix seconds>,v1=<HMAC-SHA256 of "t.body", in hex>` */
        "Carrier-Signature.required": string;
        /**
         * @description The ETag of the version to change; `*`: whichever it is
         * @example "7"
         */
        "If-Match.required": string;
        /** @description The signature: `t=<unix seconds>,v1=<HMAC-SHA256 of "t.body", in hex>` */
        "Simulated-Signature.required": string;
    };
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does */
            200: {
                headers: {
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Not all of it */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    followEvents: {
        parameters: {
            query?: {
                /** @description Only events of this order: also of its payment and its stock */
                order?: string;
                /** @description Only events of what is this customer’s */
                customer?: string;
                /** @description Only events of these types: `OrderConfirmedEvent` */
                type?: string[];
                /** @description Only events of these categories: `order` */
                category?: string[];
            };
            header?: {
                /** @description The id of the last event that was read: the stream goes on after it, without a gap */
                "last-event-id"?: components["parameters"]["last-event-id"];
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream that does not end by itself. An `id` is the place in the log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    createCart: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewCart"];
            };
        };
        responses: {
            /** @description The new cart */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
            400: components["responses"]["malformed-request"];
            403: components["responses"]["cross-site-write"];
            409: components["responses"]["request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    getCart: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cart */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
            400: components["responses"]["malformed-request"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    deleteCart: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed-request"];
            403: components["responses"]["cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["checkout-running"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    setCartLine: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
                /** @description Stock keeping unit, unique over all products, case-sensitive */
                sku: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LineQuantity"];
            };
        };
        responses: {
            /** @description The cart, as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
            400: components["responses"]["malformed-request"];
            403: components["responses"]["cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["cart-ordered.checkout-running.cart-full"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["product-unknown.validation-failed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    addCartCoupon: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CartCoupon"];
            };
        };
        responses: {
            /** @description The cart, as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
            400: components["responses"]["malformed-request"];
            403: components["responses"]["cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["cart-ordered.checkout-running.cart-full.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    removeCartCoupon: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
                /** @description Typed in capitals or not, it is the same code */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cart, as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
            400: components["responses"]["malformed-request"];
            403: components["responses"]["cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["cart-ordered.checkout-running.cart-full"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    setCartAddresses: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOrderAddresses"];
            };
        };
        responses: {
            /** @description The cart, as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
            400: components["responses"]["malformed-request"];
            403: components["responses"]["cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["cart-ordered.checkout-running.cart-full"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    setCartEmail: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CartEmail"];
            };
        };
        responses: {
            /** @description The cart, as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
            400: components["responses"]["malformed-request"];
            403: components["responses"]["cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["cart-ordered.checkout-running.cart-full"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    setCartShippingMethod: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CartMethod"];
            };
        };
        responses: {
            /** @description The cart, as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
            400: components["responses"]["malformed-request"];
            403: components["responses"]["cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["cart-ordered.checkout-running.cart-full"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    mergeCart: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeRequest"];
            };
        };
        responses: {
            /** @description The cart with both */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
            400: components["responses"]["malformed-request"];
            403: components["responses"]["cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["cart-ordered.checkout-running.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    checkOutCart: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CheckoutRequest"];
            };
        };
        responses: {
            /** @description The order */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacedOrder"];
                };
            };
            400: components["responses"]["malformed-request"];
            403: components["responses"]["cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["cart-empty.cart-not-ready.checkout-running.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["order-refused.validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    listConsumers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The name of the service */
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The consumer groups of the service */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consumers"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    startConsumers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description The name of the service */
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It reads */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsumersStarted"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                /** @description Only those of this group */
                group?: string;
                /** @description Only those that failed for this reason: `error` of a cause */
                error?: string;
                /** @description Only those with this in their type, id, position or message */
                search?: string;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The name of the service */
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The oldest 200, and all of them by cause */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetters"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    redriveDeadLetters: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description The name of the service */
                service: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Redrive"];
            };
        };
        responses: {
            /** @description So many will be redriven */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChosenDeadLetters"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["limit-reached.request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    discardDeadLetters: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description The name of the service */
                service: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Discard"];
            };
        };
        responses: {
            /** @description So many were discarded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChosenDeadLetters"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["limit-reached.request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    listTimers: {
        parameters: {
            query?: {
                /** @description Only those of this aggregate */
                aggregateId?: string;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The name of the service */
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that are due first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timers"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    listErrors: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The name of the service */
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The causes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorGroups"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The name of the service */
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest webhooks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhooksSeen"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    listDeeds: {
        parameters: {
            query?: {
                /** @description Only what they did */
                actor?: string;
                /** @description `nextCursor` of the answer before */
                cursor?: string;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The name of the service */
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of each category */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audit"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    getRedis: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The name of the service */
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The servers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedisServers"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    listCategorySizes: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The name of the service */
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The categories */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategorySizes"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    raiseRedisLimit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description The name of the service */
                service: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedisLimit"];
            };
        };
        responses: {
            /** @description The servers now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedisServers"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    findEvents: {
        parameters: {
            query: {
                /** @description A position, or the id of an aggregate, an event or a request */
                find: string;
                /** @description What it is; by default whichever is found */
                by?: "position" | "aggregate" | "event" | "correlation";
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The name of the service */
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is found; nothing is no error */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundEvents"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    getAggregateAt: {
        parameters: {
            query?: {
                /** @description After which of its events; by default the last */
                version?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The name of the service */
                service: string;
                /** @description Only those with this `category` */
                category: string;
                /** @description Only those with this `id` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The aggregate at this version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AggregateVersion"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    listReadModels: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The name of the service */
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The read models */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadModels"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    verifyReadModel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description The name of the service */
                service: string;
                /** @description Its name */
                readModel: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has begun */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadModel"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["limit-reached.request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    rebuildReadModel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description The name of the service */
                service: string;
                /** @description Its name */
                readModel: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has begun */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadModel"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["limit-reached.request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    getPickList: {
        parameters: {
            query?: {
                /** @description Wait up to 2000 ms until the item is at least at this version */
                minVersion?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pick list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PickList"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    listPickLists: {
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
                /** @description Only those with this `id`, or one of several, separated by commas */
                id?: string[];
                /** @description Only those with this `status`, or one of several, separated by commas */
                status?: ("to-pick" | "packed" | "done" | "cancelled")[];
                /** @description Only those with this `number`, or one of several, separated by commas */
                number?: string[];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PickListPage"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    getPickListHistory: {
        parameters: {
            query?: {
                /** @description Events per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    getDeliveryShipment: {
        parameters: {
            query?: {
                /** @description Wait up to 2000 ms until the item is at least at this version */
                minVersion?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery shipment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryShipment"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    listShipments: {
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
                /** @description Only those with this `id`, or one of several, separated by commas */
                id?: string[];
                /** @description Only those with this `orderId`, or one of several, separated by commas */
                orderId?: string[];
                /** @description Only those with this tracking number */
                tracking?: string;
                /** @description Only those with this `status`, or one of several, separated by commas */
                status?: ("packed" | "unpacked" | "in-transit" | "delivered" | "lost" | "returned")[];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryShipmentPage"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    getDeliveryShipmentHistory: {
        parameters: {
            query?: {
                /** @description Events per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    packShipment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewShipment"];
            };
        };
        responses: {
            /** @description The new shipment */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryShipment"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["pick-list-closed.nothing-left.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["not-left.validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    dispatchDeliveryShipment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ShipmentDispatch"];
            };
        };
        responses: {
            /** @description The delivery shipment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryShipment"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["shipment-not-packed.dispatch-refused.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["carrier-refused.validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    unpackDeliveryShipment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery shipment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryShipment"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["shipment-not-packed.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    deliverDeliveryShipment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery shipment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryShipment"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["shipment-not-in-transit.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    loseDeliveryShipment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery shipment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryShipment"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["shipment-not-in-transit.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    returnDeliveryShipment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ShipmentReturn"];
            };
        };
        responses: {
            /** @description The delivery shipment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryShipment"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["shipment-not-in-transit.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    receiveCarrierEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description The signature: `t=<unix seconds>,v1=<HMAC-SHA256 of "t.body", in hex>` */
                "Carrier-Signature": components["parameters"]["Carrier-Signature.required"];
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description Only those with this `carrier` */
                carrier: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CarrierEvent"];
            };
        };
        responses: {
            /** @description Taken note of */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CarrierEventReceived"];
                };
            };
            400: components["responses"]["signature-invalid.malformed-request"];
            403: components["responses"]["cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["shipment-not-in-transit.request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    signUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["cross-site-write"];
            409: components["responses"]["request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    verifyAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["malformed-request"];
            403: components["responses"]["cross-site-write"];
            409: components["responses"]["request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["code-invalid.validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["malformed-request"];
            403: components["responses"]["cross-site-write"];
            409: components["responses"]["request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["code-invalid.validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    requestCode: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeSent"];
                };
            };
            400: components["responses"]["malformed-request"];
            403: components["responses"]["cross-site-write"];
            409: components["responses"]["request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["credentials-invalid"];
            403: components["responses"]["account-locked.cross-site-write"];
            409: components["responses"]["request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    logOutEverywhere: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They have ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["cross-site-write"];
            404: components["responses"]["not-found"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["credentials-invalid"];
            403: components["responses"]["cross-site-write"];
            409: components["responses"]["request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["cross-site-write"];
            404: components["responses"]["not-found"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    welcomeGuest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tokens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            400: components["responses"]["malformed-request"];
            403: components["responses"]["cross-site-write"];
            409: components["responses"]["request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    eraseMe: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": components["parameters"]["If-Match.required"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is erased */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["cross-site-write"];
            404: components["responses"]["not-found"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            428: components["responses"]["version-required"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    changeMe: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": components["parameters"]["If-Match.required"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["cross-site-write"];
            404: components["responses"]["not-found"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed"];
            428: components["responses"]["version-required"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["password-wrong.validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    exportMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    requestEmailChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailChange"];
            };
        };
        responses: {
            /** @description If the address is free, a code is on its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeSent"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["password-wrong.code-invalid.validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    confirmEmailChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["email-taken.limit-reached.request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["code-invalid.validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    listAddresses: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressList"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    addAddress: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedAddress"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["limit-reached.request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    removeAddress: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": components["parameters"]["If-Match.required"];
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
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["cross-site-write"];
            404: components["responses"]["not-found"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            428: components["responses"]["version-required"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    changeAddress: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": components["parameters"]["If-Match.required"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedAddress"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["cross-site-write"];
            404: components["responses"]["not-found"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed"];
            428: components["responses"]["version-required"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.read-model-behind"];
            504: components["responses"]["service-late"];
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
                /** @description Who has this role, or one of several */
                role?: ("customer" | "support" | "catalog" | "stock" | "pricing" | "orders" | "warehouse" | "operator" | "admin")[];
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    setRoles: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": components["parameters"]["If-Match.required"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["rights-exceeded.forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed"];
            428: components["responses"]["version-required"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    lockUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["rights-exceeded.forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    unlockUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["rights-exceeded.forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    endUserSessions: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": components["parameters"]["If-Match.required"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["rights-exceeded.forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            428: components["responses"]["version-required"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    erasePerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Whom"];
            };
        };
        responses: {
            /** @description The ids of the person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["rights-exceeded.forbidden.cross-site-write"];
            409: components["responses"]["request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    exportPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Whom"];
            };
        };
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            409: components["responses"]["request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    revokeClient: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": components["parameters"]["If-Match.required"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            428: components["responses"]["version-required"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientPage"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    createClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientWithSecret"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["rights-exceeded.forbidden.cross-site-write"];
            409: components["responses"]["request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    issueToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenAnswer"];
                };
            };
            /** @description Not a request that can be answered */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenError"];
                };
            };
            /** @description Unknown client, or not its secret */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenError"];
                };
            };
            403: components["responses"]["cross-site-write"];
            421: components["responses"]["host-unknown"];
            502: components["responses"]["service-failed"];
            504: components["responses"]["service-late"];
        };
    };
    getKeySet: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RFC 7517 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeySet"];
                };
            };
            421: components["responses"]["host-unknown"];
            502: components["responses"]["service-failed"];
            504: components["responses"]["service-late"];
        };
    };
    getIssuer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenID Connect Discovery */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Issuer"];
                };
            };
            421: components["responses"]["host-unknown"];
            502: components["responses"]["service-failed"];
            504: components["responses"]["service-late"];
        };
    };
    rotateSigningKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeySet"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            409: components["responses"]["request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mails */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mails"];
                };
            };
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            502: components["responses"]["service-failed"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inventory"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed-request"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    replaceInventory: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": components["parameters"]["If-Match.required"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inventory"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["out-of-stock"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed"];
            428: components["responses"]["version-required"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    removeInventory: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": components["parameters"]["If-Match.required"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inventory"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["stock-reserved"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            428: components["responses"]["version-required"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
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
                /** @description Whether no more is available than the shop calls low */
                low?: "false" | "true";
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InventoryPage"];
                };
            };
            400: components["responses"]["malformed-request"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    createInventory: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inventory"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            409: components["responses"]["inventory-exists.sku-taken.request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["product-unknown.validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    adjustInventory: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inventory"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["out-of-stock.stock-changed.limit-reached.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.read-model-behind"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["StockImportAnswer"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.read-model-behind"];
            504: components["responses"]["service-late"];
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
                /** @description Only those with this `number`, or one of several, separated by commas */
                number?: string[];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderPage"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    placeOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            409: components["responses"]["total-changed.request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["product-unknown.currencies-mixed.quote-refused.order-too-large.validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    payOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnotherPaymentMethod"];
            };
        };
        responses: {
            /** @description The order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["order-not-payable.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["order-not-cancellable.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    cancelOrderLines: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LineCancellation"];
            };
        };
        responses: {
            /** @description The order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["lines-not-cancellable.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["not-left.validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    shipOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Dispatch"];
            };
        };
        responses: {
            /** @description The order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["order-not-shippable.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["not-left.validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    deliverOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Delivery"];
            };
        };
        responses: {
            /** @description The order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["order-not-deliverable.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    loseOrderShipment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Loss"];
            };
        };
        responses: {
            /** @description The order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["order-not-deliverable.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    returnOrderShipment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnToSender"];
            };
        };
        responses: {
            /** @description The order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["order-not-deliverable.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    returnOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["order-not-returnable.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["not-ordered.validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    retryOrderPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["order-needs-no-attention.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    resolveOrderAttention: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["order-needs-no-attention.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    getOrderTimeline: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SalePage"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.read-model-behind"];
            504: components["responses"]["service-late"];
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
                status?: ("pending" | "action-required" | "declined" | "authorized" | "captured" | "refunded" | "failed" | "voided")[];
                /** @description Payments with disputes: one of them is open, or how the newest one has ended */
                dispute?: ("open" | "won" | "lost")[];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentPage"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    refundPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["payment-not-refundable.refund-too-large.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["currencies-mixed.validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    listPaymentAttempts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentAttempts"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    receiveWebhook: {
        parameters: {
            query?: never;
            header: {
                /** @description The signature: `t=<unix seconds>,v1=<HMAC-SHA256 of "t.body", in hex>` */
                "Simulated-Signature": components["parameters"]["Simulated-Signature.required"];
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookReceived"];
                };
            };
            400: components["responses"]["signature-invalid.malformed-request"];
            403: components["responses"]["cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    listCoupons: {
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
                /** @description Only those with this `promotionId`, or one of several, separated by commas */
                promotionId?: string[];
                /** @description Only those with this `batchId`, or one of several, separated by commas */
                batchId?: string[];
                /** @description Only those with this `status`, or one of several, separated by commas */
                status?: ("active" | "disabled")[];
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponPage"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    issueCoupons: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCoupons"];
            };
        };
        responses: {
            /** @description The coupon, or all codes of the batch */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedCoupons"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["promotion-archived.promotion-automatic.coupon-taken.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["rule-invalid.validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    getCoupon: {
        parameters: {
            query?: {
                /** @description Wait up to 2000 ms until the item is at least at this version */
                minVersion?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description Typed in capitals or not, it is the same code */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The coupon */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Coupon"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed-request"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    disableCoupon: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": components["parameters"]["If-Match.required"];
            };
            path: {
                /** @description Typed in capitals or not, it is the same code */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The coupon as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Coupon"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            428: components["responses"]["version-required"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    getPromotion: {
        parameters: {
            query?: {
                /** @description Wait up to 2000 ms until the item is at least at this version */
                minVersion?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The promotion */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Promotion"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    archivePromotion: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": components["parameters"]["If-Match.required"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The promotion */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Promotion"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            428: components["responses"]["version-required"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    updatePromotion: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": components["parameters"]["If-Match.required"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PromotionUpdate"];
            };
        };
        responses: {
            /** @description The promotion */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Promotion"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["promotion-archived"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["rule-invalid.validation-failed"];
            428: components["responses"]["version-required"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    listPromotions: {
        parameters: {
            query?: {
                /** @description Items per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Column to sort by; `-` in front: descending */
                sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "name" | "-name" | "priority" | "-priority";
                /** @description Count all items, too */
                includeTotal?: "true" | "false";
                /** @description Only those with this `status`, or one of several, separated by commas */
                status?: ("active" | "paused" | "archived")[];
                /** @description Only those with this `automatic` */
                automatic?: "false" | "true";
                /** @description Only those with this in their name, in capitals or not */
                search?: string;
                /** @description `createdAt` is then or later: a day (UTC) or a time */
                createdFrom?: string;
                /** @description `createdAt` is then or earlier: a day (UTC, all of it) or a time */
                createdTo?: string;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionPage"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    createPromotion: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPromotion"];
            };
        };
        responses: {
            /** @description The new promotion */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Promotion"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            409: components["responses"]["request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["rule-invalid.validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    getPromotionHistory: {
        parameters: {
            query?: {
                /** @description Events per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    getTaxRate: {
        parameters: {
            query?: {
                /** @description Wait up to 2000 ms until the item is at least at this version */
                minVersion?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tax rate */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxRate"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed-request"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    removeTaxRate: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": components["parameters"]["If-Match.required"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tax rate */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxRate"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            428: components["responses"]["version-required"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    listTaxRates: {
        parameters: {
            query?: {
                /** @description Items per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Column to sort by; `-` in front: descending */
                sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "country" | "-country";
                /** @description Count all items, too */
                includeTotal?: "true" | "false";
                /** @description Only those with this `status`, or one of several, separated by commas */
                status?: ("active" | "removed")[];
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxRatePage"];
                };
            };
            400: components["responses"]["malformed-request"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    putTaxRate: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": components["parameters"]["If-Match.required"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTaxRate"];
            };
        };
        responses: {
            /** @description The tax rate */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxRate"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["rule-invalid.validation-failed"];
            428: components["responses"]["version-required"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    getTaxRateHistory: {
        parameters: {
            query?: {
                /** @description Events per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    getShippingMethod: {
        parameters: {
            query?: {
                /** @description Wait up to 2000 ms until the item is at least at this version */
                minVersion?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The shipping method */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShippingMethod"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed-request"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    removeShippingMethod: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": components["parameters"]["If-Match.required"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The shipping method */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShippingMethod"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            428: components["responses"]["version-required"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    listShippingMethods: {
        parameters: {
            query?: {
                /** @description Items per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Column to sort by; `-` in front: descending */
                sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "key" | "-key";
                /** @description Count all items, too */
                includeTotal?: "true" | "false";
                /** @description Only those with this `key`, or one of several, separated by commas */
                key?: string[];
                /** @description Only those with this `status`, or one of several, separated by commas */
                status?: ("active" | "removed")[];
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShippingMethodPage"];
                };
            };
            400: components["responses"]["malformed-request"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    putShippingMethod: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": components["parameters"]["If-Match.required"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewShippingMethod"];
            };
        };
        responses: {
            /** @description The shipping method */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShippingMethod"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["rule-invalid.validation-failed"];
            428: components["responses"]["version-required"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    getShippingMethodHistory: {
        parameters: {
            query?: {
                /** @description Events per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    getPriceList: {
        parameters: {
            query?: {
                /** @description Wait up to 2000 ms until the item is at least at this version */
                minVersion?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The price list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceList"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed-request"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    removePriceList: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": components["parameters"]["If-Match.required"];
            };
            path: {
                /** @description A UUID (version 7 when the service made it) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The price list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceList"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            428: components["responses"]["version-required"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    listPriceLists: {
        parameters: {
            query?: {
                /** @description Items per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Column to sort by; `-` in front: descending */
                sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "key" | "-key";
                /** @description Count all items, too */
                includeTotal?: "true" | "false";
                /** @description Only those with this `key`, or one of several, separated by commas */
                key?: string[];
                /** @description Only those with this `currency`, or one of several, separated by commas */
                currency?: components["schemas"]["Currency"][];
                /** @description Only those with this `status`, or one of several, separated by commas */
                status?: ("active" | "removed")[];
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceListPage"];
                };
            };
            400: components["responses"]["malformed-request"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    putPriceList: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": components["parameters"]["If-Match.required"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPriceList"];
            };
        };
        responses: {
            /** @description The price list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceList"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["rule-invalid.validation-failed"];
            428: components["responses"]["version-required"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    getPriceListHistory: {
        parameters: {
            query?: {
                /** @description Events per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: number;
            };
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    quoteBasket: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuoteRequest"];
            };
        };
        responses: {
            /** @description The quote */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quote"];
                };
            };
            400: components["responses"]["malformed-request"];
            403: components["responses"]["cross-site-write"];
            409: components["responses"]["request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["product-unknown.quote-too-large.validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed-request"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    archiveProduct: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": components["parameters"]["If-Match.required"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            428: components["responses"]["version-required"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    updateProduct: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": components["parameters"]["If-Match.required"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["product-archived.options-missing.options-in-use"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed"];
            428: components["responses"]["version-required"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductPage"];
                };
            };
            400: components["responses"]["malformed-request"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    createProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            409: components["responses"]["sku-taken.request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    addVariant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["sku-taken.product-archived.options-missing.variant-exists.limit-reached.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["choices-invalid.validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    changePrice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["product-archived.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    restoreProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["product-archived.request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["ImportAnswer"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed-request"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    updateCategory: {
        parameters: {
            query?: never;
            header: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /**
                 * @description The ETag of the version to change; `*`: whichever it is
                 * @example "7"
                 */
                "If-Match": components["parameters"]["If-Match.required"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["category-cycle"];
            412: components["responses"]["version-stale"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["category-unknown.validation-failed"];
            428: components["responses"]["version-required"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryPage"];
                };
            };
            400: components["responses"]["malformed-request"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    createCategory: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            409: components["responses"]["category-exists.limit-reached.request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["category-unknown.validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The ETag of what is known already; for instance `"7"` */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description As If-None-Match says */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed-request"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.read-model-behind"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewPage"];
                };
            };
            400: components["responses"]["malformed-request"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    submitReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            409: components["responses"]["review-exists.request-in-progress.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
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
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
    approveReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    rejectReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
                /** @description Wait up to 2 s until what was written there is known here; for instance `product.3@1-42` */
                "Event-Position"?: components["parameters"]["Event-Position"];
                /** @description The same key and body give the first success again, for 24 h; for instance `order-4711` */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description If sent: the ETag of the version to change; for instance `"7"` */
                "If-Match"?: components["parameters"]["If-Match"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            400: components["responses"]["malformed-request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden.cross-site-write"];
            404: components["responses"]["not-found"];
            409: components["responses"]["request-in-progress.replayed"];
            412: components["responses"]["version-stale.replayed"];
            413: components["responses"]["body-too-large"];
            415: components["responses"]["media-type-unsupported"];
            421: components["responses"]["host-unknown"];
            422: components["responses"]["validation-failed.idempotency-key-reused.replayed"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable.log-blocked.log-replaced.not-replicated.read-model-behind"];
            504: components["responses"]["service-late"];
        };
    };
    getRating: {
        parameters: {
            query?: never;
            header?: {
                /** @description Given back, logged, and written into every event; for instance `checkout-4711` */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rating"];
                };
            };
            400: components["responses"]["malformed-request"];
            404: components["responses"]["not-found"];
            421: components["responses"]["host-unknown"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            500: components["responses"]["internal-error.log-damaged"];
            502: components["responses"]["service-failed"];
            503: components["responses"]["unavailable"];
            504: components["responses"]["service-late"];
        };
    };
}

export type ServiceName = "cart" | "delivery" | "identity" | "inventory" | "order" | "payment" | "pricing" | "product" | "review";
