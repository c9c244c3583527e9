/** A recording of any length is quoted, but for what has to be remembered from one order to the next. */
import { UsageFailure } from '../failure.ts';

/** Products, prices and rules, coupon codes, coupons in use, customers where first orders matter, and cancelled orders. */
export const rememberedMax = 2_000_000;

/** Throws a {@link UsageFailure} that says what to do. */
export function assertRemembered(count: number, most = rememberedMax): void {
  if (count > most)
    throw new UsageFailure(
      `there is more to remember than ${most} products, rules, coupons, customers and cancelled orders: --to leaves out the end`,
    );
}
