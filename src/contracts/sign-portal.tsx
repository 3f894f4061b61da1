import type { VNode } from 'preact';
import { Act, Area, Button, CodeField, Field, LinkButton, More, Tick } from '../portal/controls.tsx';
import { Card } from '../portal/layout.tsx';
import { type Refused, refusalOf, typedIn } from '../projects/session.ts';
import { formatInstant } from '../shared/dates.ts';
import { CODE_MINUTES } from './code.ts';
import { CONSENT_NOW, CONSENTS } from './consent.ts';
import { type Signer, shownAs } from './contract.ts';
import { REASON_MAX } from './decline.ts';
import type { ContractView } from './paper.ts';
import { NAME_MAX } from './sign.ts';

/** What the page adds to a contract that waits for its signature. */
export type SignSurface = {
  project: string;
  business: string;
  /** The client who is named as signer; somebody else's link may only read. */
  signer: Pick<Signer, 'name' | 'email'> | undefined;
  named: string;
  /** Why nobody can sign it any more, in a sentence. */
  unsignable: string | undefined;
  /** The code that counts, when one was sent and has not run out. */
  codeSentAt: Date | undefined;
  zone: string;
  refused?: Refused | undefined;
};

export const CODE = 'contract:code';
export const SIGN = 'contract:sign';
export const DECLINE = 'contract:decline';

/** Two steps, both in sight: ask for the code, then sign with it. */
export function SignCard({ view, at }: { view: ContractView; at: SignSurface }): VNode {
  const signer = at.signer;
  if (!signer)
    return (
      <Card title="Signing" id="sign">
        <p>
          This contract was sent to {at.named}, who alone can sign or decline it. You can read it, download it and ask
          questions.
        </p>
      </Card>
    );
  if (at.unsignable)
    return (
      <Card title="Signing" id="sign">
        <p>{at.unsignable}</p>
        <LinkButton href="#questions" look="plain">
          Ask {at.business}
        </LinkButton>
        <DeclineForm view={view} at={at} />
      </Card>
    );
  return (
    <Card title="Sign" now id="sign">
      <CodeStep view={view} at={at} email={signer.email} />
      <SignStep view={view} at={at} named={signer.name} />
      <DeclineForm view={view} at={at} />
    </Card>
  );
}

/** What each form was shown for; a signature counts for that and for nothing else. */
function carryOf({ version }: ContractView, { project }: SignSurface): Record<string, string> {
  return { project, version: shownAs(version) };
}

function CodeStep({ view, at, email }: { view: ContractView; at: SignSurface; email: string }): VNode {
  const sent = at.codeSentAt;
  return (
    <Act act={CODE} action="/portal/contract/code" carry={carryOf(view, at)} refusal={refusalOf(at.refused, CODE)}>
      <h3>1. Get your code</h3>
      {sent ? (
        <p>
          A code was sent to <b>{email}</b> on {formatInstant(sent, at.zone)}. It works for {CODE_MINUTES} minutes. Look
          in the spam folder too.
        </p>
      ) : (
        <p>
          We send six digits to <b>{email}</b>. They show that it is you who signs.
        </p>
      )}
      <Button {...(sent && { look: 'plain' as const })}>{sent ? 'Send another code' : 'E-mail me the code'}</Button>
    </Act>
  );
}

function SignStep({ view, at, named }: { view: ContractView; at: SignSurface; named: string }): VNode {
  const refusal = refusalOf(at.refused, SIGN);
  const typed = (field: string) => typedIn(at.refused, SIGN, field) ?? typedIn(at.refused, CODE, field);
  return (
    <Act act={SIGN} action="/portal/contract/sign" carry={carryOf(view, at)} refusal={refusal}>
      <h3>2. Sign with it</h3>
      <Field
        label="Your full name"
        name="name"
        max={NAME_MAX}
        value={typed('name')}
        autocomplete="name"
        hint={`Typed, it is your signature. The contract names ${named}.`}
        refusal={refusal}
      />
      <CodeField label="Code from the mail" name="code" max={9} value={typed('code')} refusal={refusal} />
      <Tick label="Consent" name="consent" value={typed('consent')} refusal={refusal}>
        {CONSENTS[CONSENT_NOW.client]}
      </Tick>
      <Button>Sign the contract</Button>
      <p class="small">
        Signing is binding for you and {at.business}. Both of you get the sealed contract with its certificate by
        e-mail.
      </p>
    </Act>
  );
}

function DeclineForm({ view, at }: { view: ContractView; at: SignSurface }): VNode {
  const refusal = refusalOf(at.refused, DECLINE);
  return (
    <More label="I don’t want to sign this" open={refusal !== undefined}>
      <p>
        If something should change, ask first: {at.business} can send a new version. Declining ends this one, and nobody
        owes the other anything.
      </p>
      <Act act={DECLINE} action="/portal/contract/decline" carry={carryOf(view, at)} refusal={refusal}>
        <Area
          label="What does not fit"
          name="reason"
          max={REASON_MAX}
          value={typedIn(at.refused, DECLINE, 'reason')}
          hint={`${at.business} reads this.`}
          refusal={refusal}
        />
        <Button look="danger">Decline the contract</Button>
      </Act>
    </More>
  );
}
