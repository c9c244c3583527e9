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
        get: operations["identityLiveness"];
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
        get: operations["identityReadiness"];
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
            code: "malformed-request" | "unauthenticated" | "forbidden" | "not-found" | "method-not-allowed" | "limit-reached" | "request-in-progress" | "version-stale" | "body-too-large" | "media-type-unsupported" | "validation-failed" | "idempotency-key-reused" | "version-required" | "too-many-requests" | "headers-too-large" | "internal-error" | "log-damaged" | "log-blocked" | "log-replaced" | "unavailable" | "read-model-behind" | "credentials-invalid" | "code-invalid" | "password-wrong" | "account-locked" | "rights-exceeded";
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    identityLiveness: {
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
    identityReadiness: {
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
            /** @description `account-locked`: The account is locked */
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
            /** @description `rights-exceeded`: Nobody gives or takes rights that they do not have · `forbidden`: The access token does not allow this */
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
            /** @description `rights-exceeded`: Nobody gives or takes rights that they do not have · `forbidden`: The access token does not allow this */
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
        };
    };
}

declare global {
    interface ServicePaths {
        "identity": paths;
    }
}
