/**
 * A carrier that takes everything, for trials and tests. By the city of the address it plays trouble: `Nowhere` is refused,
 * `Atlantis` gets no answer.
 */
import { type Carrier, CarrierRefusedError, CarrierSilentError } from './carrier.ts';

export const simulatedCarrier = (webhookSecret: string): Carrier => ({
  name: 'simulated',
  webhookSecret,
  book: async ({ shipmentId, to }) => {
    if (to?.city === 'Nowhere') throw new CarrierRefusedError('there is no such city');
    if (to?.city === 'Atlantis') throw new CarrierSilentError('no answer');
    return `SIM-${shipmentId.slice(-12).toUpperCase()}`;
  },
});
