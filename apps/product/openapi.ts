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
        get: operations["productLiveness"];
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
        get: operations["productReadiness"];
        put?: never;
        post?: never;
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
         * @description A currency code of ISO 4217
         * @example EUR
         */
        Currency: string;
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
            code: "malformed-request" | "unauthenticated" | "forbidden" | "not-found" | "method-not-allowed" | "limit-reached" | "request-in-progress" | "version-stale" | "body-too-large" | "media-type-unsupported" | "validation-failed" | "idempotency-key-reused" | "version-required" | "too-many-requests" | "headers-too-large" | "internal-error" | "log-damaged" | "log-blocked" | "log-replaced" | "unavailable" | "read-model-behind" | "sku-taken" | "product-archived" | "options-missing" | "options-in-use" | "variant-exists" | "category-exists" | "category-cycle" | "choices-invalid" | "category-unknown" | "product-unknown";
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    productLiveness: {
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
    productReadiness: {
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
}

declare global {
    interface ServicePaths {
        "product": paths;
    }
}
