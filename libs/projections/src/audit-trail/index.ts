export { auditTrail, type AuditTrailRow } from './audit-trail.projection';
export {
  readAuditTrail,
  streamAuditTrail,
  type AuditEntry,
  type AuditTrailFilter,
} from './audit-trail.queries';
