/** What a bank wants the buyer to do before it authorizes a payment, such as 3-D Secure. */
import { z } from 'zod';

/**
 * `redirect`: the buyer opens `url`. `client-secret`: the page of the shop asks them, by the provider's own script and with this
 * secret, which is of this payment only.
 */
export const nextAction = z
  .object({
    type: z.enum(['redirect', 'client-secret']),
    url: z.string().nullable(),
    clientSecret: z.string().nullable().meta({ secret: true }),
  })
  .meta({
    id: 'NextAction',
    description: 'What the buyer has to do while the payment is `action-required`',
    example: { type: 'redirect', url: 'https://bank.example/3ds/1', clientSecret: null },
  });
export type NextAction = z.infer<typeof nextAction>;
