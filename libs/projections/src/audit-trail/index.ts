export { auditTrail, type AuditTrailRow } from './audit-trail.projection';
export {
  readAuditTrail,
  readEntries,
  streamAuditTrail,
  type AuditEntry,
  type AuditTrailFilter,
  type ClosedEntries,
} from './audit-trail.queries';
