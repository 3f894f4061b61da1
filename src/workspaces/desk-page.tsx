import type { ComponentChildren, VNode } from 'preact';
import { LinkButton } from '../portal/controls.tsx';
import { Page, Row } from '../portal/layout.tsx';
import type { DeskVisit } from './desk.ts';

/** The frame of every desk page. */
export function DeskPage(props: {
  visit: DeskVisit;
  title: string;
  state: string;
  children?: ComponentChildren;
}): VNode {
  return (
    <Page
      title={props.title}
      business={props.visit.business.name}
      about={`Desk of ${props.visit.member.name}`}
      state={props.state}
      nav={
        <>
          <a href="/desk/home">Desk</a>
          <a href="/desk/payments">Payments</a>
          <a href="/desk/bank">Bank details</a>
          <a href="/desk/templates">Templates</a>
        </>
      }
    >
      {props.children}
    </Page>
  );
}

/** The way out of a page below the desk's home. */
export function BackToDesk(): VNode {
  return (
    <Row>
      <LinkButton href="/desk/home" look="plain">
        Back to the desk
      </LinkButton>
    </Row>
  );
}
