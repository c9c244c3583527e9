/** The shop's console in a browser. */
import { ProblemError } from '@quickmart/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { isRefusal, resume } from './session.ts';
import { Shell } from './shell.tsx';
import './style.css';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 2_000,
      // The client has tried again already, where that helps.
      retry: (count, error) => count < 1 && !(error instanceof ProblemError),
      // What is away comes back by itself.
      refetchInterval: ({ state: { error } }) => (error === null || isRefusal(error) ? false : 5_000),
    },
  },
});

await resume();
createRoot(document.getElementById('root')!).render(
  <QueryClientProvider client={queries}>
    <Shell />
  </QueryClientProvider>,
);
