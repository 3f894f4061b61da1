import { createHash } from 'node:crypto';
import type { VNode } from 'preact';
import type { Refusal } from '../shared/refusal.ts';
import { Act, Button, Field } from './controls.tsx';
import { Card, Heading, Page } from './layout.tsx';

/**
 * Moves the link's secret from the fragment, which no server and no log ever sees, into the form, and takes it out of the
 * address bar. It presses nothing: mail scanners follow links and run scripts, but only a person presses the button.
 */
const SCRIPT = `(function(){var t=location.hash.slice(1),f=document.forms[0];if(!t||!f)return;var i=f.elements.token;i.value=t;i.type='hidden';i.parentElement.hidden=true;history.replaceState(null,'',location.pathname+location.search);var b=f.querySelector('button');b.focus();document.querySelector('main').dataset.state='ready'})()`;

/** What the content security policy lets run: this script and no other. */
export const SCRIPT_SOURCE = `'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`;

/** The page behind every mailed or posted link. Without script it asks for the code that the same message prints. */
export function OpenPage(props: {
  /** `/portal/open` or the desk's equal. */
  action: string;
  act: string;
  title: string;
  lead: string;
  hint: string;
  refusal?: Refusal;
}): VNode {
  return (
    <Page title={props.title} business="Retainer" state="closed">
      <Heading lead={props.lead}>{props.title}</Heading>
      <Card now>
        <Act act={props.act} action={props.action} refusal={props.refusal}>
          <Field
            label="Code from the message"
            name="token"
            autocomplete="off"
            max={200}
            hint={props.hint}
            refusal={props.refusal}
          />
          <Button>Open</Button>
        </Act>
      </Card>
      <script dangerouslySetInnerHTML={{ __html: SCRIPT }} />
    </Page>
  );
}
