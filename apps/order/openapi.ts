// Written by `pnpm openapi` from the OpenAPI document of the service.

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
        get: operations["orderLiveness"];
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
        get: operations["orderReadiness"];
        put?: never;
        post?: never;
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
            code: "malformed-request" | "unauthenticated" | "forbidden" | "not-found" | "method-not-allowed" | "limit-reached" | "request-in-progress" | "version-stale" | "body-too-large" | "media-type-unsupported" | "validation-failed" | "idempotency-key-reused" | "version-required" | "too-many-requests" | "headers-too-large" | "internal-error" | "log-damaged" | "log-blocked" | "log-replaced" | "unavailable" | "read-model-behind" | "order-not-cancellable" | "order-not-shippable" | "order-not-deliverable" | "order-not-returnable" | "order-needs-no-attention" | "not-ordered" | "product-unknown" | "currencies-mixed" | "order-too-large";
            scope?: string;
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    orderLiveness: {
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
    orderReadiness: {
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
        };
    };
}

declare global {
    interface ServicePaths {
        "order": paths;
    }
}
