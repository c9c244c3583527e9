/** What stands around every page: the navigation, who is here, and whether what is shown is live. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLive, useStream } from './live.ts';
import { LogIn } from './pages/log-in.tsx';
import { groups, maySee, pageAt } from './pages.tsx';
import { Link, type Place, usePlace } from './router.tsx';
import { logOut, useSession } from './session.ts';
import { Empty, Page } from './ui.tsx';

export function Shell() {
  const session = useSession();
  const place = usePlace();
  useStream();
  if (session === undefined) return <LogIn />;
  return (
    <div className="shell">
      <a className="skip" href="#content">
        To the content
      </a>
      <Navigation place={place} email={session.email} />
      <Content place={place} />
    </div>
  );
}

function Content({ place }: { place: Place }) {
  const page = pageAt(place);
  if (page === undefined)
    return (
      <Page title="Not found">
        <Empty>There is nothing at this address.</Empty>
      </Page>
    );
  if (!maySee(page))
    return (
      <Page title={page.label}>
        <Empty>Your account may not see this page.</Empty>
      </Page>
    );
  return page.show({ place, id: place.path[1] });
}

/** A column at the side; on a phone it opens and closes. */
function Navigation({ place, email }: { place: Place; email: string }) {
  const queries = useQueryClient();
  const { isLive } = useLive();
  const [isOpen, setOpen] = useState(false);
  const current = place.path[0] ?? '';
  return (
    <nav aria-label="Pages" className={isOpen ? 'open' : ''}>
      <div className="bar">
        <Link className="brand" to="/">
          QuickMart
        </Link>
        <span className={isLive ? 'live on' : 'live'}>{isLive ? 'Live' : 'Not live'}</span>
        <button type="button" className="menu" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Menu
        </button>
      </div>
      <div className="entries">
        {groups.map(({ label, pages }) => {
          const seen = pages.filter(maySee);
          if (seen.length === 0) return null;
          return (
            <section key={label} aria-label={label}>
              <h2>{label}</h2>
              <ul>
                {seen.map(({ path, label }) => (
                  <li key={path}>
                    <Link
                      to={`/${path}`}
                      aria-current={current === path ? 'page' : undefined}
                      onClick={() => setOpen(false)}
                    >
                      {label}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
        <div className="who">
          <span className="email">{email}</span>
          <button type="button" className="quiet" onClick={() => void logOut().then(() => queries.clear())}>
            Log out
          </button>
        </div>
      </div>
    </nav>
  );
}
