/** The shop's console: who is here, and which page. */
import { ProblemError } from '@quickmart/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { useLive, useStream } from './live.ts';
import { Consumers } from './pages/consumers.tsx';
import { Events } from './pages/events.tsx';
import { LogIn } from './pages/log-in.tsx';
import { OrderPage } from './pages/order.tsx';
import { Orders } from './pages/orders.tsx';
import { Overview } from './pages/overview.tsx';
import { ReadModels } from './pages/read-models.tsx';
import { Link, type Place, usePlace } from './router.tsx';
import { logOut, may, resume, useSession } from './session.ts';
import './style.css';
import { Empty, Page } from './ui.tsx';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 2_000,
      // The client has tried again already, where that helps.
      retry: (count, error) => count < 1 && !(error instanceof ProblemError),
    },
  },
});

const sections: readonly { path: string; label: string; scope?: string }[] = [
  { path: '', label: 'Overview' },
  { path: 'orders', label: 'Orders' },
  { path: 'events', label: 'Events' },
  { path: 'consumers', label: 'Consumers', scope: 'operate' },
  { path: 'read-models', label: 'Read models', scope: 'operate' },
];

function Content({ place }: { place: Place }) {
  const [section = '', id] = place.path;
  if (section === '') return <Overview />;
  if (section === 'orders') return id === undefined ? <Orders place={place} /> : <OrderPage id={id} />;
  if (section === 'events') return <Events place={place} />;
  if (section === 'consumers') return <Consumers place={place} />;
  if (section === 'read-models') return <ReadModels />;
  return (
    <Page title="Not found">
      <Empty>There is nothing at this address.</Empty>
    </Page>
  );
}

function Shell() {
  const session = useSession();
  const place = usePlace();
  const { isLive } = useLive();
  useStream();
  if (session === undefined) return <LogIn />;
  const current = place.path[0] ?? '';
  return (
    <>
      <a className="skip" href="#content">
        To the content
      </a>
      <nav aria-label="Pages">
        <span className="brand">QuickMart</span>
        <ul>
          {sections
            .filter(({ scope }) => scope === undefined || may(scope))
            .map(({ path, label }) => (
              <li key={path}>
                <Link to={`/${path}`} aria-current={current === path ? 'page' : undefined}>
                  {label}
                </Link>
              </li>
            ))}
        </ul>
        <div className="who">
          <span className={isLive ? 'live on' : 'live'}>{isLive ? 'Live' : 'Not live'}</span>
          <span className="email">{session.email}</span>
          <button type="button" className="quiet" onClick={() => void logOut().then(() => queries.clear())}>
            Log out
          </button>
        </div>
      </nav>
      <Content place={place} />
    </>
  );
}

await resume();
createRoot(document.getElementById('root')!).render(
  <QueryClientProvider client={queries}>
    <Shell />
  </QueryClientProvider>,
);
