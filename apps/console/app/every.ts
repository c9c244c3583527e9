/** The same question to every service; one that is down does not hide the others. */
import { useQuery } from '@tanstack/react-query';
import { services } from './services.ts';

export type OfEvery<Answer> = { answers: { service: string; answer: Answer }[]; down: string[] };

export async function askEvery<Answer>(
  ask: (service: string) => Promise<{ data?: Answer | undefined }>,
): Promise<OfEvery<Answer>> {
  const down: string[] = [];
  const all = await Promise.all(
    services.map(async (service) => {
      const { data } = await ask(service);
      if (data === undefined) down.push(service);
      return data === undefined ? [] : [{ service, answer: data }];
    }),
  );
  return { answers: all.flat(), down };
}

/** Asked again every few seconds. */
export const useEvery = <Answer>(
  what: readonly unknown[],
  ask: (service: string) => Promise<{ data?: Answer | undefined }>,
) =>
  useQuery({
    queryKey: ['operations', ...what],
    queryFn: () => askEvery(ask),
    refetchInterval: 5_000,
  });
