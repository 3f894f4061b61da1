import type { VNode } from 'preact';
import { LinkButton } from './controls.tsx';
import { Card, Heading, Page } from './layout.tsx';

/**
 * Leaves for another site after a form was posted. Chromium applies `form-action` to the redirects of a form too, so a
 * redirect to a payment page would be blocked; a page that refreshes itself is not, and the link works without that.
 */
export function Leaving(props: {
  business: string;
  to: string;
  title: string;
  words: string;
  link: string;
  state?: string;
}): VNode {
  if (!/^https?:\/\//.test(props.to)) throw new Error('a page is left only for http and https addresses');
  return (
    <Page title={props.title} business={props.business} state={props.state ?? 'leaving'} refresh={props.to}>
      <Heading lead={props.words}>{props.title}</Heading>
      <Card>
        <p>If nothing happens within a few seconds, use this button.</p>
        <LinkButton href={props.to}>{props.link}</LinkButton>
      </Card>
    </Page>
  );
}
