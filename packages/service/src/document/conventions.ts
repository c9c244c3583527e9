/** What holds for every operation, said once per document instead of at each of them. docs/api.md tells it at length. */
export const conventions = `
## Conventions

**Rights.** Send an access token as \`Authorization: Bearer …\`. Each operation says what it needs: a scope, or to be the
customer whose thing it is, or nothing. Without a token 401 \`unauthenticated\`, without the scope 403 \`forbidden\`; what is
somebody else's is 404.

**JSON** in UTF-8, camelCase; unknown fields are refused. A body may be compressed: \`Content-Encoding: gzip\`. Texts are
trimmed; a length is in characters (Unicode code points). Times are UTC, ISO 8601. Ids are UUIDs.

**Money** is \`{ "amount": 1999, "currency": "EUR" }\`, in minor units of its ISO 4217 currency: 19.99 EUR, but 1999 JPY.

**Versions.** What can be changed has a \`version\`, which is its \`ETag\` in double quotes. PATCH, PUT and DELETE demand it as
\`If-Match\` (\`*\`: whichever it is): without it 428, with an old one 412. A POST to an item may send it. A read that
sends \`If-None-Match\` may be answered 304.

**Idempotency.** A POST with an \`Idempotency-Key\` is done once: the same key and body give the first success again for 24
hours, with \`Idempotency-Replayed: true\`; another body is 422, and 409 while the first request still runs. A refusal that
may be granted later (no stock, no such product) is decided anew under the same key.

**Read your writes.** A command answers with \`Event-Position\`, its place in the log. Send that header with a read, or with a
command, of any service that has a copy of those data: it waits up to 2 seconds until it knows them. \`minVersion\` does
the same for one item. A read that has waited in vain answers what it has, with \`Read-Model-Stale: true\`; a command is 503.
A position of data that the service has no copy of is 400.

**Lists** are \`{ "data": […], "nextCursor": … }\`. Send \`nextCursor\` as \`cursor\` for the next page, with the same
sort and filters; it is null on the last page. An unknown parameter is refused.

**Errors** are \`application/problem+json\` (RFC 9457) with a stable \`code\`; \`errors\` names each fault by a JSON pointer.
\`traceId\` is the \`X-Correlation-Id\`, which every answer has and a request may send. 429 and 503 say in \`Retry-After\`
when to come back.`;
