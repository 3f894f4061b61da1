import { useContext, useState } from 'preact/hooks';
import { instantOf, wallOf } from './dates.ts';
import { ScreenContext } from './screen.ts';
import { type InputValue, Surface } from './surface.ts';
import { isText, type TextObject, Words } from './words.tsx';

export interface Field {
  element: Record<string, unknown> & { type: string };
  name: string;
  value: InputValue;
  onChange: (value: InputValue) => void;
  /** The person left a text box, or pressed Enter in it. */
  onLeave?: (value: InputValue) => void;
  /** `id`, `aria-describedby`, `aria-invalid` and the like. */
  ids: Record<string, string>;
}

interface Option {
  text: TextObject;
  value: string;
  description?: TextObject;
}

/** A list of the browser has one line for each option, and Slack two. */
const labelOf = ({ text, description }: Option) => (description ? `${text.text}: ${description.text}` : text.text);

const optionsOf = (field: Field) => (field.element.options ?? []) as Option[];
const groupsOf = (field: Field) => (field.element.option_groups ?? []) as { label: TextObject; options: Option[] }[];
const one = (value: InputValue) => (Array.isArray(value) ? (value[0] ?? '') : value);
const many = (value: InputValue) => (Array.isArray(value) ? value : value ? [value] : []);
const hint = (field: Field) =>
  isText(field.element.placeholder) ? { placeholder: field.element.placeholder.text } : {};

/** The right control for each of Block Kit's input elements. */
export function fieldOf(field: Field) {
  const { type } = field.element;
  if (type === 'checkboxes' || type === 'radio_buttons') return <Choices field={field} />;
  if (type === 'file_input') return <FileField field={field} />;
  if (type.startsWith('multi_')) return <ManySelect field={field} />;
  if (type.endsWith('_select')) return <OneSelect field={field} />;
  if (type === 'datetimepicker') return <DateTimeField field={field} />;
  return <TextField field={field} />;
}

const KINDS: Record<string, Record<string, string>> = {
  email_text_input: { type: 'email', autocomplete: 'off' },
  url_text_input: { type: 'url' },
  number_input: { inputmode: 'decimal' },
  datepicker: { type: 'date' },
  timepicker: { type: 'time' },
};

function TextField({ field }: { field: Field }) {
  const { element, value, onChange, ids } = field;
  const shared = { ...ids, ...hint(field), value: one(value), 'data-field': String(element.action_id) };
  const label = ids.id ? {} : { 'aria-label': field.name };
  const leave = (event: { currentTarget: { value: string } }) => field.onLeave?.(event.currentTarget.value);
  if (element.multiline === true || element.type === 'rich_text_input') {
    return (
      <textarea
        rows={4}
        {...shared}
        {...label}
        onInput={(event) => onChange(event.currentTarget.value)}
        onChange={leave}
      />
    );
  }
  return (
    <input
      type="text"
      {...KINDS[element.type]}
      {...shared}
      {...label}
      onInput={(event) => onChange(event.currentTarget.value)}
      onChange={leave}
    />
  );
}

/** In the zone of whoever acts, as Slack shows it, wherever the browser is. */
function DateTimeField({ field }: { field: Field }) {
  const { zone } = useContext(ScreenContext).state;
  const seconds = Number(one(field.value));
  return (
    <input
      type="datetime-local"
      {...field.ids}
      aria-label={field.ids.id ? undefined : field.name}
      data-field={String(field.element.action_id)}
      value={seconds ? wallOf(seconds * 1000, zone) : ''}
      onInput={(event) => field.onChange(String(Math.floor(instantOf(event.currentTarget.value, zone) / 1000)))}
    />
  );
}

/** The choices of any select: its own options, or the workspace's people or channels. */
function useOptions(field: Field): { value: string; label: string }[] {
  const surface = useContext(Surface);
  const { type } = field.element;
  if (type.includes('users')) return surface.people.map((each) => ({ value: each.id, label: each.name }));
  if (type.includes('conversations') || type.includes('channels')) {
    const include = (field.element.filter as { include?: string[] } | undefined)?.include ?? [
      'public',
      'private',
      'im',
    ];
    return surface.channels
      .filter((each) => include.includes(each.kind) && !(type.includes('channels') && each.kind !== 'public'))
      .map((each) => ({ value: each.id, label: each.kind === 'im' ? each.name : `#${each.name}` }));
  }
  return optionsOf(field).map((option) => ({ value: option.value, label: labelOf(option) }));
}

function OneSelect({ field }: { field: Field }) {
  const options = useOptions(field);
  const groups = groupsOf(field);
  return (
    <select
      {...field.ids}
      aria-label={field.ids.id ? undefined : field.name}
      data-field={String(field.element.action_id)}
      value={one(field.value)}
      onChange={(event) => field.onChange(event.currentTarget.value)}
    >
      <option value="">{hint(field).placeholder ?? 'Choose…'}</option>
      {options.map((option) => (
        <option value={option.value}>{option.label}</option>
      ))}
      {groups.map((group) => (
        <optgroup label={group.label.text}>
          {group.options.map((option) => (
            <option value={option.value}>{option.text.text}</option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

function ManySelect({ field }: { field: Field }) {
  const options = [
    ...useOptions(field),
    ...groupsOf(field).flatMap((group) => group.options.map((each) => ({ value: each.value, label: each.text.text }))),
  ];
  const chosen = many(field.value);
  const flip = (value: string) =>
    field.onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
  return (
    <fieldset class="choices many" aria-label={field.name} data-field={String(field.element.action_id)}>
      {options.map((option) => (
        <label>
          <input type="checkbox" checked={chosen.includes(option.value)} onChange={() => flip(option.value)} />{' '}
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

function Choices({ field }: { field: Field }) {
  const single = field.element.type === 'radio_buttons';
  const chosen = many(field.value);
  const flip = (value: string) => {
    if (single) return field.onChange(value);
    field.onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
  };
  const { id, ...described } = field.ids;
  return (
    <fieldset class="choices" aria-label={field.name} data-field={String(field.element.action_id)} {...described}>
      {optionsOf(field).map((option, index) => (
        <label>
          <input
            type={single ? 'radio' : 'checkbox'}
            name={`${field.element.action_id} ${id ?? ''}`}
            {...(index === 0 && id ? { id } : {})}
            checked={chosen.includes(option.value)}
            onChange={() => flip(option.value)}
          />
          <span>
            <Words text={option.text} />
            {option.description && (
              <small>
                <Words text={option.description} />
              </small>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function FileField({ field }: { field: Field }) {
  const surface = useContext(Surface);
  const [names, setNames] = useState<string[]>([]);
  const types = (field.element.filetypes ?? []) as string[];
  const take = async (files: FileList | null) => {
    const picked = [...(files ?? [])];
    const ids = await Promise.all(picked.map((file) => surface.upload(file)));
    setNames(picked.map((file) => file.name));
    field.onChange(ids);
  };
  return (
    <>
      <input
        type="file"
        {...field.ids}
        multiple={Number(field.element.max_files ?? 10) > 1}
        accept={types.map((type) => `.${type}`).join(',')}
        onChange={(event) => void take(event.currentTarget.files)}
      />
      {names.length > 0 && <small>{names.join(', ')}</small>}
    </>
  );
}
