import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'administration', name: 'account' })
export class AccountRow {
  @PrimaryColumn('int') district!: number;
  @PrimaryColumn('text') login!: string;
  @Column('text', { nullable: true }) password!: string | null;
  @Column('timestamptz', { name: 'password_set_at', nullable: true }) passwordSetAt!: Date | null;
  @Column('text', { nullable: true }) totp!: string | null;
  @Column('int', { name: 'totp_last_counter', nullable: true }) totpLastCounter!: number | null;
  @Column('timestamptz', { name: 'last_sign_in_at', nullable: true }) lastSignInAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

@Entity({ schema: 'administration', name: 'invitation' })
export class InvitationRow {
  @PrimaryColumn('int') district!: number;
  @PrimaryColumn('text') id!: string;
  @Column('text') login!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
}

/** What a login signed in to before `at` has ended. */
@Entity({ schema: 'directory', name: 'sign_in_end' })
export class SignInEndRow {
  @PrimaryColumn('int') district!: number;
  @PrimaryColumn('text') login!: string;
  @Column('timestamptz') at!: Date;
}

/** What the OIDC provider remembers between requests: interactions, codes, grants, its own sessions. */
@Entity({ schema: 'administration', name: 'provider_item' })
export class ProviderItemRow {
  @PrimaryColumn('int') district!: number;
  @PrimaryColumn('text') kind!: string;
  @PrimaryColumn('text') id!: string;
  @Column('json') payload!: object;
  @Column('text', { name: 'grant_id', nullable: true }) grantId!: string | null;
  @Column('text', { nullable: true }) uid!: string | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'consumed_at', nullable: true }) consumedAt!: Date | null;
}
