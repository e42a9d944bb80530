import Type from 'typebox';
import { oneOf } from './declare-event.js';
import { AppealState } from './enumerations.js';

/** Of an event that leads to several states of the appeal: the one that it led to. Absent: the usual one, or none; and in events of 0.1.0. */
export const stateField = { state: Type.Optional(oneOf(AppealState)) };
