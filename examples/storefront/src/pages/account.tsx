/** Logging in, or signing up: then the address is proven by a code. */
import type { FC } from 'hono/jsx';
import { useState } from 'hono/jsx/dom';
import { Field, Form, go } from '../ui.tsx';
import { logIn, logOut, signUp, verify } from '../visitor.ts';

type Step = 'log in' | 'sign up' | { email: string; password: string };

export const Account: FC<{ email: string | null; changed: () => void }> = ({ email, changed }) => {
  const [step, setStep] = useState<Step>('log in');
  const entered = async (address: string, password: string) => {
    await logIn(address, password);
    changed();
    go('/orders');
  };
  if (email !== null)
    return (
      <>
        <h1>Account</h1>
        <p>You are {email}.</p>
        <Form label="Log out" send={() => logOut().then(changed)} />
      </>
    );
  if (typeof step === 'object')
    return (
      <>
        <h1>Your code</h1>
        <p>We have sent six digits to {step.email}.</p>
        <Form
          label="Verify"
          send={async ({ code = '' }) => {
            await verify(step.email, code);
            await entered(step.email, step.password);
          }}
        >
          <Field name="code" label="Code" autocomplete="one-time-code" />
        </Form>
      </>
    );
  const isNew = step === 'sign up';
  return (
    <>
      <h1>{isNew ? 'Sign up' : 'Log in'}</h1>
      <Form
        label={isNew ? 'Sign up' : 'Log in'}
        send={async ({ email: address = '', password = '' }) => {
          if (!isNew) return await entered(address, password);
          await signUp(address, password);
          setStep({ email: address, password });
        }}
      >
        <Field name="email" label="E-mail" type="email" autocomplete="email" />
        <Field
          name="password"
          label="Password"
          type="password"
          autocomplete={isNew ? 'new-password' : 'current-password'}
        />
      </Form>
      <button type="button" class="link" onClick={() => setStep(isNew ? 'log in' : 'sign up')}>
        {isNew ? 'I have an account' : 'I am new here'}
      </button>
    </>
  );
};
