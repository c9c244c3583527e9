import { type FormEvent, useEffect, useState } from 'react';
import { interruption, logIn } from '../session.ts';
import { Field, Problem } from '../ui.tsx';

export function LogIn() {
  const [error, setError] = useState(interruption);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    document.title = 'Log in · QuickMart';
  }, []);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    setError(undefined);
    try {
      await logIn(String(fields.get('email')), String(fields.get('password')));
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };
  return (
    <main className="log-in">
      <form className="card" onSubmit={submit}>
        <h1>QuickMart</h1>
        <p>
          For those who run the shop. After <code>npm start</code> the first account is in{' '}
          <code>.data/credentials.json</code>.
        </p>
        <Field label="E-mail address" name="email" type="email" autoComplete="username" required autoFocus />
        <Field label="Password" name="password" type="password" autoComplete="current-password" required />
        {error !== undefined && <Problem error={error} />}
        {error !== undefined && error === interruption() && (
          <p>You are still logged in: reload this page when the shop answers again.</p>
        )}
        <button type="submit" className="primary" disabled={isBusy}>
          Log in
        </button>
      </form>
    </main>
  );
}
