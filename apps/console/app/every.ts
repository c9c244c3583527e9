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

type Options<Answer> = {
  enabled?: boolean;
  /** In ms, until it is asked again. */
  again?: (known: OfEvery<Answer> | undefined) => number;
};

/** Asked again every few seconds. */
export const useEvery = <Answer>(
  what: readonly unknown[],
  ask: (service: string) => Promise<{ data?: Answer | undefined }>,
  { enabled = true, again = () => 5_000 }: Options<Answer> = {},
) =>
  useQuery({
    queryKey: ['operations', ...what],
    queryFn: () => askEvery(ask),
    enabled,
    refetchInterval: ({ state: { data } }) => again(data),
  });

/** The lines of a list that every service has, each with its service. */
export const linesOf = <Line>({ answers }: OfEvery<{ data: Line[] }>): (Line & { service: string })[] =>
  answers.flatMap(({ service, answer }) => answer.data.map((one) => ({ ...one, service })));
