import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { oneOf } from '../../database/one-of.js';
import { Position } from '../../registry/position.entity.js';
import { Unit } from '../../registry/unit.entity.js';
import { REQUEST_STATES, type RequestState } from './gap-plan.js';

/** What a commune asks for, and what it was answered. */
@Entity('specialist_requests')
@ForeignKey(() => Unit, ['provinceCode', 'unitId'], ['provinceCode', 'id'], {
  name: 'specialist_requests_unit_id_fkey',
})
@ForeignKey(() => Position, ['provinceCode', 'positionId'], ['provinceCode', 'id'], {
  name: 'specialist_requests_position_id_fkey',
})
@Check('specialist_requests_state_check', oneOf('state', REQUEST_STATES))
@Check('specialist_requests_people_check', 'people >= 1')
@Check(
  'specialist_requests_answer_check',
  `(state IN ('accepted', 'refused')) = (answer IS NOT NULL)`,
)
@Index('specialist_requests_unit_id_idx', ['provinceCode', 'unitId'])
export class SpecialistRequest {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'specialist_requests_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'specialist_requests_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'bigint', name: 'unit_id' })
  unitId!: number;

  @Column({ type: 'bigint', name: 'position_id' })
  positionId!: number;

  @Column({ type: 'integer' })
  people!: number;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text', default: 'asked' })
  state!: RequestState;

  @Column({ type: 'text', name: 'asked_by' })
  askedBy!: string;

  @Column({ type: 'timestamptz', name: 'asked_at', default: () => 'now()' })
  askedAt!: Date;

  @Column({ type: 'text', nullable: true })
  answer!: string | null;

  @Column({ type: 'text', name: 'answered_by', nullable: true })
  answeredBy!: string | null;

  @Column({ type: 'timestamptz', name: 'answered_at', nullable: true })
  answeredAt!: Date | null;
}
