import { useState } from 'react';
import { useDistrict } from '../../frame/district.js';
import { dayIn } from '../../parts/dates.js';
import { Form, Submit } from '../../parts/form.js';
import { LabelledLine } from '../../parts/labelled.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';

interface DayDialogProps extends FormProps<string> {
  readonly title: string;
  readonly label: string;
  /** That holds now. */
  readonly day?: string | undefined;
}

/** One day that goes with an act: today or later. */
export function DayDialog({ open, title, label, day = '', onClose, onSend }: DayDialogProps) {
  return (
    <ActDialog open={open} onClose={onClose} title={title} begins={day} onSend={onSend}>
      {(send) => <DayForm label={label} submit={title} begins={day} onSend={send} />}
    </ActDialog>
  );
}

interface DayFormProps {
  readonly label: string;
  readonly submit: string;
  readonly begins: string;
  readonly onSend: (day: string) => void;
}

function DayForm({ label, submit, begins, onSend }: DayFormProps) {
  const { zone } = useDistrict();
  const [day, setDay] = useState(begins);
  return (
    <Form onSubmit={() => onSend(day)}>
      <LabelledLine
        label={label}
        type="date"
        required
        autoFocus
        min={dayIn(zone, Date.now())}
        value={day}
        onValue={setDay}
      />
      <Submit>{submit}</Submit>
    </Form>
  );
}
