import type { ComponentChildren, VNode } from 'preact';
import { Page } from '../portal/layout.tsx';
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
