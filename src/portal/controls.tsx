import type { ComponentChildren, VNode } from 'preact';
import type { Refusal } from '../shared/refusal.ts';

type Content = { children?: ComponentChildren };

/** A form that posts one act. `act` is `noun:verb`; a refusal that no field of the form shows is shown above them. */
export function Act(
  props: Content & {
    act: string;
    action: string;
    /** Values the form carries unseen; none of them is trusted when it comes back. */
    carry?: Readonly<Record<string, string>>;
    refusal?: Refusal | undefined;
  },
): VNode {
  const { refusal } = props;
  return (
    <form method="post" action={props.action} data-act={props.act}>
      {refusal && !holds(props.children, refusal.field) && (
        <div class="notice bad" role="alert">
          <p>{refusal.sentence}</p>
        </div>
      )}
      {Object.entries(props.carry ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {props.children}
    </form>
  );
}

/** Whether a field of that name is among the children. */
function holds(children: ComponentChildren, field: string | undefined): boolean {
  if (field === undefined || typeof children !== 'object' || children === null) return false;
  if (Array.isArray(children)) return children.some((child) => holds(child, field));
  const { props } = children as VNode<{ name?: string }>;
  return props?.name === field || holds(props?.children, field);
}

export type FieldLook = {
  label: string;
  name: string;
  value?: string | undefined;
  hint?: ComponentChildren;
  /** Shown beside the field when the refusal names it. */
  refusal?: Refusal | undefined;
  optional?: boolean;
  max?: number;
  autocomplete?: string;
  /** What the keyboard goes on from when the page is shown. */
  focus?: boolean;
};

/** Ids must differ between the forms of one page, and two forms may hold a field of the same name. */
function idOf(look: FieldLook): string {
  return `${look.name}-${look.label.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

function wrongOf(look: FieldLook): string | undefined {
  return look.refusal?.field === look.name ? look.refusal.sentence : undefined;
}

function attributes(look: FieldLook) {
  const id = idOf(look);
  const wrong = wrongOf(look);
  const described = [look.hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return {
    id,
    name: look.name,
    required: !look.optional,
    ...(look.max && { maxLength: look.max }),
    ...(look.autocomplete && { autocomplete: look.autocomplete }),
    ...(described && { 'aria-describedby': described }),
    ...(wrong && { 'aria-invalid': true }),
    ...((wrong || look.focus) && { autofocus: true }),
  } as const;
}

function Framed({ look, children }: Content & { look: FieldLook }): VNode {
  const id = idOf(look);
  const wrong = wrongOf(look);
  return (
    <div class="field">
      <label for={id}>
        {look.label} {look.optional && <i>(optional)</i>}
      </label>
      {look.hint && (
        <p class="hint" id={`${id}-hint`}>
          {look.hint}
        </p>
      )}
      {children}
      {wrong && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
}

export function Field(look: FieldLook & { type?: 'text' | 'email' | 'date'; placeholder?: string }): VNode {
  const { type = 'text', placeholder } = look;
  const rest = { ...attributes(look), value: look.value ?? '', ...(placeholder && { placeholder }) };
  return (
    <Framed look={look}>
      {type === 'text' && <input type="text" {...rest} />}
      {type === 'email' && <input type="email" {...rest} />}
      {type === 'date' && <input type="date" {...rest} />}
    </Framed>
  );
}

/** A one-time code: the phone's keyboard shows digits and offers the code from the mail. */
export function CodeField(look: FieldLook): VNode {
  return (
    <Framed look={look}>
      <input
        {...attributes(look)}
        class="code"
        type="text"
        inputMode="numeric"
        autocomplete="one-time-code"
        pattern="[0-9 ]{6,9}"
        value={look.value ?? ''}
      />
    </Framed>
  );
}

export function Area(look: FieldLook): VNode {
  return (
    <Framed look={look}>
      <textarea {...attributes(look)}>{look.value ?? ''}</textarea>
    </Framed>
  );
}

export function Select(look: FieldLook & { choices: Readonly<Record<string, string>> }): VNode {
  return (
    <Framed look={look}>
      <select {...attributes(look)}>
        {Object.entries(look.choices).map(([value, label]) => (
          <option value={value} selected={value === look.value}>
            {label}
          </option>
        ))}
      </select>
    </Framed>
  );
}

/** A box to tick; its value is `yes`. */
export function Tick(look: FieldLook & Content): VNode {
  const wrong = wrongOf(look);
  return (
    <div class="field">
      <div class="tick">
        <input {...attributes(look)} type="checkbox" value="yes" checked={look.value === 'yes'} />
        <label for={idOf(look)}>{look.children ?? look.label}</label>
      </div>
      {wrong && (
        <p class="wrong" id={`${idOf(look)}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
}

export function Button({
  look,
  children,
  ...rest
}: Content & {
  look?: 'plain' | 'danger' | 'small';
  name?: string;
  value?: string;
  /** What it is called where its words alone don't say what it acts on. */
  'aria-label'?: string;
  autofocus?: boolean;
  disabled?: boolean;
}): VNode {
  return (
    <button type="submit" class={look} {...rest}>
      {children}
    </button>
  );
}

/** `download` is for files: the browser saves them under the name the answer gives. */
export function LinkButton(props: Content & { href: string; look?: 'plain'; download?: boolean }): VNode {
  return (
    <a class={props.look ? `button ${props.look}` : 'button'} href={props.href} download={props.download}>
      {props.children}
    </a>
  );
}

/** Something that is there but out of the way: a question, a refusal to sign. Opens without script. */
export function More({ label, open, children }: Content & { label: string; open?: boolean }): VNode {
  return (
    <details open={open}>
      <summary>{label}</summary>
      {children}
    </details>
  );
}
