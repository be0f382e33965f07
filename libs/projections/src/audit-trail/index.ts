export { auditTrail, type AuditTrailRow } from './audit-trail.projection';
export {
  readAuditTrail,
  readEntries,
  streamAuditTrail,
  type AuditEntry,
  type AuditTrailFilter,
} from './audit-trail.queries';
