import { useDistrict } from './district.js';
import { hasRole, useViewer, type Viewer } from './viewer.js';

type RoleName = Viewer['roles'][number]['role'];

/** Acts of the queues, named as their mutations. */
export type QueueAction =
  | 'TAKE_UP_MESSAGE'
  | 'TURN_INTO_APPEAL'
  | 'MARK_AS_SPAM'
  | 'MARK_AS_DUPLICATE'
  | 'REGISTER_APPEAL'
  | 'APPROVE_RESPONSE'
  | 'SEND_BACK_RESPONSE'
  | 'SIGN_RESPONSE'
  | 'RECORD_ORAL_NOTICE';

const ROLES: Readonly<Record<QueueAction, readonly RoleName[]>> = {
  TAKE_UP_MESSAGE: ['MODERATOR'],
  TURN_INTO_APPEAL: ['MODERATOR'],
  MARK_AS_SPAM: ['MODERATOR'],
  MARK_AS_DUPLICATE: ['MODERATOR'],
  REGISTER_APPEAL: ['REGISTRAR'],
  APPROVE_RESPONSE: ['APPROVER'],
  SEND_BACK_RESPONSE: ['APPROVER', 'SIGNATORY'],
  SIGN_RESPONSE: ['SIGNATORY', 'HEAD'],
  RECORD_ORAL_NOTICE: ['EXECUTOR', 'REGISTRAR', 'MODERATOR'],
};

/** Whether a role of the official may do it here; the state of the item is the server's to judge. */
export function useMay(): (action: QueueAction) => boolean {
  const viewer = useViewer();
  const { code } = useDistrict();
  return (action) => hasRole(viewer, code, ...ROLES[action]);
}
