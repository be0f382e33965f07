import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { openDatabase } from '@thidua/database';
import { openPostgresEventStore, eventIdOf } from '@thidua/event-store';
const DB='thidua_pa_bench'; const url=`postgres://postgres@127.0.0.1:5432/${DB}`;
const only=process.argv[2];
async function main(){
 const admin=new Pool({connectionString:'postgres://postgres@127.0.0.1:5432/postgres'});
 await admin.query(`drop database if exists ${DB} with (force)`); await admin.query(`create database ${DB} template template0`); 
 const database=await openDatabase({url,poolSize:20}); const store=await openPostgresEventStore(database);
 const pool=new Pool({connectionString:url,max:16});
 await pool.query(`create table floor (position bigint generated always as identity primary key, stream text not null, revision int not null, id uuid not null, type text not null, data jsonb not null, metadata jsonb not null, recorded_at timestamptz not null default now(), unique(stream,revision))`);
 const meta={occurredAt:new Date().toISOString() as never,actor:{kind:'person' as const,id:'p-1',unitId:'u-1',role:'lead',onBehalfOf:null},correlationId:randomUUID(),causationId:randomUUID()};
 const data={taskId:'task-0001',leadUnitId:'phong-ke-hoach',title:'Tham mưu ban hành kế hoạch phát triển công nghiệp',dueOn:'2026-03-31',from:'2026-01-01'};
 const ev=(c:string,i:number)=>({id:eventIdOf(c,i),type:'TaskAssigned',schemaVersion:1,data,metadata:meta});
 const ours=async(n=1)=>{const c=randomUUID(); const r=await store.append({stream:`task-${c}`,expected:'none',events:Array.from({length:n},(_,i)=>ev(c,i)),commandId:c,fingerprint:'0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'}); if(r.outcome!=='appended')throw new Error('x')};
 const floor=async()=>{await pool.query({name:'f',text:'insert into floor(stream,revision,id,type,data,metadata) values ($1,$2,$3,$4,$5,$6) returning position',values:[`task-${randomUUID()}`,0,randomUUID(),'TaskAssigned',JSON.stringify(data),JSON.stringify(meta)]})};
 const floorBatch=async(n:number)=>{const s=`task-${randomUUID()}`; const a=Array.from({length:n},(_,i)=>i); await pool.query({name:'fb',text:'insert into floor(stream,revision,id,type,data,metadata) select $1, r,i,t,d,m from unnest($2::int[],$3::uuid[],$4::text[],$5::jsonb[],$6::jsonb[]) as x(r,i,t,d,m)',values:[s,a,a.map(()=>randomUUID()),a.map(()=>'TaskAssigned'),a.map(()=>JSON.stringify(data)),a.map(()=>JSON.stringify(meta))]})};
 const time=async(w:number,n:number,f:()=>Promise<void>)=>{let left=n;const t=process.hrtime.bigint();await Promise.all(Array.from({length:w},async()=>{while(left-->0)await f()}));return n/(Number(process.hrtime.bigint()-t)/1e9)};
 const med=(x:number[])=>x.sort((a,b)=>a-b)[x.length>>1]!;
 const cases:[string,number,number,()=>Promise<void>,()=>Promise<void>][]=[['1w',1,150,floor,()=>ours()],['16w',16,1500,floor,()=>ours()],['64w',64,3000,floor,()=>ours()],['100b',1,15,()=>floorBatch(100),()=>ours(100)]];
 for(const [name,w,n,f,o] of cases){ if(only&&only!==name)continue; const ratios:number[]=[],fl:number[]=[],os:number[]=[]; await time(w,n,f);await time(w,n,o);
  for(let i=0;i<11;i++){let a:number,b:number; if(i%2){a=await time(w,n,f);b=await time(w,n,o)}else{b=await time(w,n,o);a=await time(w,n,f)} ratios.push(b/a);fl.push(a);os.push(b)}
  console.log(name,'floor',med(fl).toFixed(0),'ours',med(os).toFixed(0),'ratio',med(ratios).toFixed(2),`(${ratios[1]!.toFixed(2)}..${ratios[9]!.toFixed(2)})`)}
 if(!only||only==='read'){ const t0=Date.now(); let after=0n,n=0; for(;;){const s=await store.readAll({after,maxCount:1000}); if(!s.events.length)break; n+=s.events.length; after=s.next} const t1=Date.now(); let p='0',m=0; for(;;){const r=await pool.query({name:'r',text:'select * from es.events where position > $1 order by position limit 1000',values:[p]}); if(!r.rows.length)break; m+=r.rows.length;p=r.rows.at(-1).position} const t2=Date.now(); console.log('read',n,m,(n/(t1-t0)*1000).toFixed(0),'bare',(m/(t2-t1)*1000).toFixed(0)) }
 await store.close(); await database.close(); await pool.end(); await admin.query(`drop database ${DB} with (force)`); await admin.end();
}
void main();
