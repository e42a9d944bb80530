import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a login signed in to before `at` has ended; written by the embedded provider. */
@Entity({ schema: 'directory', name: 'sign_in_end' })
export class SignInEndRow {
  @PrimaryColumn('int') district!: number;
  @PrimaryColumn('text') login!: string;
  @Column('timestamptz') at!: Date;
}

@Entity({ schema: 'gateway', name: 'session' })
export class SessionRow {
  @PrimaryColumn('int') district!: number;
  @PrimaryColumn('text') id!: string;
  @Column('text') subject!: string;
  @Column('boolean', { name: 'is_resident' }) isResident!: boolean;
  @Column('text', { name: 'id_token', nullable: true }) idToken!: string | null;
  @Column('text', { nullable: true }) profile!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'seen_at' }) seenAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
