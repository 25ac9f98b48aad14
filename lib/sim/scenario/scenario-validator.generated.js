// Generated from scenario-schema.ts: npx vitest run lib/sim/scenario/scenario-validator --update
"use strict";
export const validate = validate10;
export default validate10;
const schema11 = {"type":"object","additionalProperties":false,"required":["seed"],"properties":{"seed":{"type":"integer","minimum":0,"maximum":4294967295},"pace":{"type":"number","minimum":1,"maximum":10000},"workload":{"type":"object","additionalProperties":false,"required":[],"properties":{"orders":{"type":"integer","minimum":0,"maximum":1000000},"aggregates":{"type":"integer","minimum":1,"maximum":1000000},"everyMs":{"type":"number","minimum":0.001,"maximum":86400000},"rollbackEvery":{"type":"integer","minimum":0,"maximum":1000000},"overlap":{"type":"boolean"},"lockAggregate":{"type":"boolean"},"versions":{"enum":["counter","max"]},"dualWrite":{"enum":["commit-first","publish-first"]},"payloadBytes":{"type":"integer","minimum":1,"maximum":1048576}}},"publication":{"enum":["outbox","dual-write","cdc","notify"]},"relays":{"type":"object","additionalProperties":false,"required":[],"properties":{"count":{"type":"integer","minimum":1,"maximum":16},"pollMs":{"type":"integer","minimum":1,"maximum":86400000},"batch":{"type":"integer","minimum":1,"maximum":10000},"claim":{"enum":["none","skip-locked","lease","head-of-key"]},"cursor":{"enum":["dispatched-null","last-id","xmin-fence"]},"mark":{"enum":["after-confirm","after-publish","before-publish"]},"leaseMs":{"type":"integer","minimum":1,"maximum":86400000},"leaseClock":{"enum":["database","relay"]},"retry":{"type":"object","additionalProperties":false,"required":[],"properties":{"max":{"type":"integer","minimum":1,"maximum":1000},"baseMs":{"type":"integer","minimum":0,"maximum":86400000},"factor":{"type":"number","minimum":1,"maximum":100},"capMs":{"type":"integer","minimum":0,"maximum":86400000},"jitter":{"enum":["none","equal","full"]},"outages":{"enum":["pause","count"]}}},"purgeMs":{"type":"integer","minimum":0,"maximum":86400000},"poison":{"type":"array","uniqueItems":true,"items":{"type":"integer","minimum":1,"maximum":1000000}}}},"broker":{"type":"object","additionalProperties":false,"required":[],"properties":{"kind":{"enum":["rabbitmq","kafka","redis-streams","notify","outbox","http"]},"exchange":{"enum":["topic","direct"]},"durable":{"type":"boolean"},"persistent":{"type":"boolean"},"mandatory":{"type":"boolean"},"partitions":{"type":"integer","minimum":1,"maximum":64},"commit":{"enum":["after","before"]},"retentionMs":{"type":"integer","minimum":0,"maximum":86400000},"maxLength":{"type":"integer","minimum":0,"maximum":1000000},"minIdleMs":{"type":"integer","minimum":1,"maximum":86400000}}},"consumers":{"type":"array","minItems":1,"maxItems":8,"items":{"type":"object","additionalProperties":false,"required":[],"properties":{"name":{"type":"string","pattern":"^[a-z][a-z0-9-]{0,30}$"},"count":{"type":"integer","minimum":1,"maximum":16},"dedup":{"enum":["none","before","same-transaction"]},"dedupWindowMs":{"type":"integer","minimum":0,"maximum":86400000},"bindings":{"type":"array","uniqueItems":true,"maxItems":20,"items":{"type":"string","pattern":"^[A-Za-z0-9_#*-]{1,60}(\\.[A-Za-z0-9_#*-]{1,60}){0,9}$"}},"prefetch":{"type":"integer","minimum":1,"maximum":1000},"failures":{"type":"array","uniqueItems":true,"items":{"type":"integer","minimum":1,"maximum":1000000}},"poison":{"type":"array","uniqueItems":true,"items":{"type":"integer","minimum":1,"maximum":1000000}},"maxAttempts":{"type":"integer","minimum":1,"maximum":1000},"retry":{"enum":["in-place","retry-queue"]},"onPoison":{"enum":["halt","skip"]},"park":{"type":"boolean"},"redriveMs":{"type":"integer","minimum":0,"maximum":86400000}}}},"faults":{"type":"array","maxItems":100,"items":{"type":"object","additionalProperties":false,"required":["do"],"properties":{"do":{"enum":["crash-relay","crash-consumer","crash-service","redeliver","replay","broker-down","broker-restart","slow-consumer","hold-transaction","connector-stopped","clock-skew"]},"at":{"type":"object","additionalProperties":false,"required":[],"properties":{"step":{"enum":["began","inserted","committed","rolled-back","service-crashed","transaction-held","transaction-released","polled","published","refused","returned","dropped","confirmed","unconfirmed","marked","mark-refused","saved","failed-to-publish","gave-up","lease-expired","purged","armed","crashed","restarted","clock-skewed","connector-stopped","connector-started","broker-down","broker-up","broker-restarted","rebalanced","claimed","replayed","trimmed","missed","delivered","recorded","applied","skipped","failed","requeued","dead-lettered","parked","redriven","acked","redelivered","consumer-crashed","consumer-restarted","consumer-slowed","dedup-set"]},"occurrence":{"type":"integer","minimum":1,"maximum":1000000},"ms":{"type":"integer","minimum":0,"maximum":86400000}}},"from":{"type":"integer","minimum":0,"maximum":86400000},"to":{"type":"integer","minimum":1,"maximum":86400000},"relay":{"type":"integer","minimum":1,"maximum":16},"consumer":{"type":"string"},"factor":{"type":"number","minimum":1,"maximum":10000},"ms":{"type":"integer","minimum":-86400000,"maximum":86400000}}}},"budgets":{"type":"object","additionalProperties":false,"required":[],"properties":{"crashes":{"type":"integer","minimum":0,"maximum":10},"redeliveries":{"type":"integer","minimum":0,"maximum":10},"states":{"type":"integer","minimum":1,"maximum":100000000}}},"invariants":{"type":"array","minItems":1,"items":{"enum":["I1","I2","I3","I4","I5","I6"]}}}};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("^[a-z][a-z0-9-]{0,30}$", "u");
const pattern1 = new RegExp("^[A-Za-z0-9_#*-]{1,60}(\\.[A-Za-z0-9_#*-]{1,60}){0,9}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.seed === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "seed"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.seed !== undefined){
let data0 = data.seed;
if(!((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0)))){
const err2 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(typeof data0 == "number"){
if(data0 > 4294967295 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data.pace !== undefined){
let data1 = data.pace;
if(typeof data1 == "number"){
if(data1 > 10000 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/pace",schemaPath:"#/properties/pace/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/pace",schemaPath:"#/properties/pace/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/pace",schemaPath:"#/properties/pace/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.workload !== undefined){
let data2 = data.workload;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!(func2.call(schema11.properties.workload.properties, key1))){
const err8 = {instancePath:instancePath+"/workload",schemaPath:"#/properties/workload/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.orders !== undefined){
let data3 = data2.orders;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
const err9 = {instancePath:instancePath+"/workload/orders",schemaPath:"#/properties/workload/properties/orders/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(typeof data3 == "number"){
if(data3 > 1000000 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/workload/orders",schemaPath:"#/properties/workload/properties/orders/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err11 = {instancePath:instancePath+"/workload/orders",schemaPath:"#/properties/workload/properties/orders/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
if(data2.aggregates !== undefined){
let data4 = data2.aggregates;
if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
const err12 = {instancePath:instancePath+"/workload/aggregates",schemaPath:"#/properties/workload/properties/aggregates/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(typeof data4 == "number"){
if(data4 > 1000000 || isNaN(data4)){
const err13 = {instancePath:instancePath+"/workload/aggregates",schemaPath:"#/properties/workload/properties/aggregates/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err14 = {instancePath:instancePath+"/workload/aggregates",schemaPath:"#/properties/workload/properties/aggregates/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
if(data2.everyMs !== undefined){
let data5 = data2.everyMs;
if(typeof data5 == "number"){
if(data5 > 86400000 || isNaN(data5)){
const err15 = {instancePath:instancePath+"/workload/everyMs",schemaPath:"#/properties/workload/properties/everyMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400000}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data5 < 0.001 || isNaN(data5)){
const err16 = {instancePath:instancePath+"/workload/everyMs",schemaPath:"#/properties/workload/properties/everyMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.001}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/workload/everyMs",schemaPath:"#/properties/workload/properties/everyMs/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data2.rollbackEvery !== undefined){
let data6 = data2.rollbackEvery;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
const err18 = {instancePath:instancePath+"/workload/rollbackEvery",schemaPath:"#/properties/workload/properties/rollbackEvery/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(typeof data6 == "number"){
if(data6 > 1000000 || isNaN(data6)){
const err19 = {instancePath:instancePath+"/workload/rollbackEvery",schemaPath:"#/properties/workload/properties/rollbackEvery/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data6 < 0 || isNaN(data6)){
const err20 = {instancePath:instancePath+"/workload/rollbackEvery",schemaPath:"#/properties/workload/properties/rollbackEvery/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data2.overlap !== undefined){
if(typeof data2.overlap !== "boolean"){
const err21 = {instancePath:instancePath+"/workload/overlap",schemaPath:"#/properties/workload/properties/overlap/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data2.lockAggregate !== undefined){
if(typeof data2.lockAggregate !== "boolean"){
const err22 = {instancePath:instancePath+"/workload/lockAggregate",schemaPath:"#/properties/workload/properties/lockAggregate/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data2.versions !== undefined){
let data9 = data2.versions;
if(!((data9 === "counter") || (data9 === "max"))){
const err23 = {instancePath:instancePath+"/workload/versions",schemaPath:"#/properties/workload/properties/versions/enum",keyword:"enum",params:{allowedValues: schema11.properties.workload.properties.versions.enum}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data2.dualWrite !== undefined){
let data10 = data2.dualWrite;
if(!((data10 === "commit-first") || (data10 === "publish-first"))){
const err24 = {instancePath:instancePath+"/workload/dualWrite",schemaPath:"#/properties/workload/properties/dualWrite/enum",keyword:"enum",params:{allowedValues: schema11.properties.workload.properties.dualWrite.enum}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data2.payloadBytes !== undefined){
let data11 = data2.payloadBytes;
if(!((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11)))){
const err25 = {instancePath:instancePath+"/workload/payloadBytes",schemaPath:"#/properties/workload/properties/payloadBytes/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(typeof data11 == "number"){
if(data11 > 1048576 || isNaN(data11)){
const err26 = {instancePath:instancePath+"/workload/payloadBytes",schemaPath:"#/properties/workload/properties/payloadBytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data11 < 1 || isNaN(data11)){
const err27 = {instancePath:instancePath+"/workload/payloadBytes",schemaPath:"#/properties/workload/properties/payloadBytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
}
else {
const err28 = {instancePath:instancePath+"/workload",schemaPath:"#/properties/workload/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.publication !== undefined){
let data12 = data.publication;
if(!((((data12 === "outbox") || (data12 === "dual-write")) || (data12 === "cdc")) || (data12 === "notify"))){
const err29 = {instancePath:instancePath+"/publication",schemaPath:"#/properties/publication/enum",keyword:"enum",params:{allowedValues: schema11.properties.publication.enum}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.relays !== undefined){
let data13 = data.relays;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key2 in data13){
if(!(func2.call(schema11.properties.relays.properties, key2))){
const err30 = {instancePath:instancePath+"/relays",schemaPath:"#/properties/relays/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data13.count !== undefined){
let data14 = data13.count;
if(!((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14)))){
const err31 = {instancePath:instancePath+"/relays/count",schemaPath:"#/properties/relays/properties/count/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(typeof data14 == "number"){
if(data14 > 16 || isNaN(data14)){
const err32 = {instancePath:instancePath+"/relays/count",schemaPath:"#/properties/relays/properties/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 16}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data14 < 1 || isNaN(data14)){
const err33 = {instancePath:instancePath+"/relays/count",schemaPath:"#/properties/relays/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
if(data13.pollMs !== undefined){
let data15 = data13.pollMs;
if(!((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15)))){
const err34 = {instancePath:instancePath+"/relays/pollMs",schemaPath:"#/properties/relays/properties/pollMs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(typeof data15 == "number"){
if(data15 > 86400000 || isNaN(data15)){
const err35 = {instancePath:instancePath+"/relays/pollMs",schemaPath:"#/properties/relays/properties/pollMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400000}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data15 < 1 || isNaN(data15)){
const err36 = {instancePath:instancePath+"/relays/pollMs",schemaPath:"#/properties/relays/properties/pollMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
if(data13.batch !== undefined){
let data16 = data13.batch;
if(!((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16)))){
const err37 = {instancePath:instancePath+"/relays/batch",schemaPath:"#/properties/relays/properties/batch/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(typeof data16 == "number"){
if(data16 > 10000 || isNaN(data16)){
const err38 = {instancePath:instancePath+"/relays/batch",schemaPath:"#/properties/relays/properties/batch/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data16 < 1 || isNaN(data16)){
const err39 = {instancePath:instancePath+"/relays/batch",schemaPath:"#/properties/relays/properties/batch/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
if(data13.claim !== undefined){
let data17 = data13.claim;
if(!((((data17 === "none") || (data17 === "skip-locked")) || (data17 === "lease")) || (data17 === "head-of-key"))){
const err40 = {instancePath:instancePath+"/relays/claim",schemaPath:"#/properties/relays/properties/claim/enum",keyword:"enum",params:{allowedValues: schema11.properties.relays.properties.claim.enum}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data13.cursor !== undefined){
let data18 = data13.cursor;
if(!(((data18 === "dispatched-null") || (data18 === "last-id")) || (data18 === "xmin-fence"))){
const err41 = {instancePath:instancePath+"/relays/cursor",schemaPath:"#/properties/relays/properties/cursor/enum",keyword:"enum",params:{allowedValues: schema11.properties.relays.properties.cursor.enum}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data13.mark !== undefined){
let data19 = data13.mark;
if(!(((data19 === "after-confirm") || (data19 === "after-publish")) || (data19 === "before-publish"))){
const err42 = {instancePath:instancePath+"/relays/mark",schemaPath:"#/properties/relays/properties/mark/enum",keyword:"enum",params:{allowedValues: schema11.properties.relays.properties.mark.enum}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data13.leaseMs !== undefined){
let data20 = data13.leaseMs;
if(!((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20)))){
const err43 = {instancePath:instancePath+"/relays/leaseMs",schemaPath:"#/properties/relays/properties/leaseMs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(typeof data20 == "number"){
if(data20 > 86400000 || isNaN(data20)){
const err44 = {instancePath:instancePath+"/relays/leaseMs",schemaPath:"#/properties/relays/properties/leaseMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400000}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data20 < 1 || isNaN(data20)){
const err45 = {instancePath:instancePath+"/relays/leaseMs",schemaPath:"#/properties/relays/properties/leaseMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
if(data13.leaseClock !== undefined){
let data21 = data13.leaseClock;
if(!((data21 === "database") || (data21 === "relay"))){
const err46 = {instancePath:instancePath+"/relays/leaseClock",schemaPath:"#/properties/relays/properties/leaseClock/enum",keyword:"enum",params:{allowedValues: schema11.properties.relays.properties.leaseClock.enum}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data13.retry !== undefined){
let data22 = data13.retry;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
for(const key3 in data22){
if(!((((((key3 === "max") || (key3 === "baseMs")) || (key3 === "factor")) || (key3 === "capMs")) || (key3 === "jitter")) || (key3 === "outages"))){
const err47 = {instancePath:instancePath+"/relays/retry",schemaPath:"#/properties/relays/properties/retry/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data22.max !== undefined){
let data23 = data22.max;
if(!((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23)))){
const err48 = {instancePath:instancePath+"/relays/retry/max",schemaPath:"#/properties/relays/properties/retry/properties/max/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(typeof data23 == "number"){
if(data23 > 1000 || isNaN(data23)){
const err49 = {instancePath:instancePath+"/relays/retry/max",schemaPath:"#/properties/relays/properties/retry/properties/max/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data23 < 1 || isNaN(data23)){
const err50 = {instancePath:instancePath+"/relays/retry/max",schemaPath:"#/properties/relays/properties/retry/properties/max/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
if(data22.baseMs !== undefined){
let data24 = data22.baseMs;
if(!((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24)))){
const err51 = {instancePath:instancePath+"/relays/retry/baseMs",schemaPath:"#/properties/relays/properties/retry/properties/baseMs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(typeof data24 == "number"){
if(data24 > 86400000 || isNaN(data24)){
const err52 = {instancePath:instancePath+"/relays/retry/baseMs",schemaPath:"#/properties/relays/properties/retry/properties/baseMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400000}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data24 < 0 || isNaN(data24)){
const err53 = {instancePath:instancePath+"/relays/retry/baseMs",schemaPath:"#/properties/relays/properties/retry/properties/baseMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
if(data22.factor !== undefined){
let data25 = data22.factor;
if(typeof data25 == "number"){
if(data25 > 100 || isNaN(data25)){
const err54 = {instancePath:instancePath+"/relays/retry/factor",schemaPath:"#/properties/relays/properties/retry/properties/factor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data25 < 1 || isNaN(data25)){
const err55 = {instancePath:instancePath+"/relays/retry/factor",schemaPath:"#/properties/relays/properties/retry/properties/factor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
else {
const err56 = {instancePath:instancePath+"/relays/retry/factor",schemaPath:"#/properties/relays/properties/retry/properties/factor/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data22.capMs !== undefined){
let data26 = data22.capMs;
if(!((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26)))){
const err57 = {instancePath:instancePath+"/relays/retry/capMs",schemaPath:"#/properties/relays/properties/retry/properties/capMs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(typeof data26 == "number"){
if(data26 > 86400000 || isNaN(data26)){
const err58 = {instancePath:instancePath+"/relays/retry/capMs",schemaPath:"#/properties/relays/properties/retry/properties/capMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400000}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data26 < 0 || isNaN(data26)){
const err59 = {instancePath:instancePath+"/relays/retry/capMs",schemaPath:"#/properties/relays/properties/retry/properties/capMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
if(data22.jitter !== undefined){
let data27 = data22.jitter;
if(!(((data27 === "none") || (data27 === "equal")) || (data27 === "full"))){
const err60 = {instancePath:instancePath+"/relays/retry/jitter",schemaPath:"#/properties/relays/properties/retry/properties/jitter/enum",keyword:"enum",params:{allowedValues: schema11.properties.relays.properties.retry.properties.jitter.enum}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data22.outages !== undefined){
let data28 = data22.outages;
if(!((data28 === "pause") || (data28 === "count"))){
const err61 = {instancePath:instancePath+"/relays/retry/outages",schemaPath:"#/properties/relays/properties/retry/properties/outages/enum",keyword:"enum",params:{allowedValues: schema11.properties.relays.properties.retry.properties.outages.enum}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
else {
const err62 = {instancePath:instancePath+"/relays/retry",schemaPath:"#/properties/relays/properties/retry/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data13.purgeMs !== undefined){
let data29 = data13.purgeMs;
if(!((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29)))){
const err63 = {instancePath:instancePath+"/relays/purgeMs",schemaPath:"#/properties/relays/properties/purgeMs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(typeof data29 == "number"){
if(data29 > 86400000 || isNaN(data29)){
const err64 = {instancePath:instancePath+"/relays/purgeMs",schemaPath:"#/properties/relays/properties/purgeMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400000}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(data29 < 0 || isNaN(data29)){
const err65 = {instancePath:instancePath+"/relays/purgeMs",schemaPath:"#/properties/relays/properties/purgeMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
if(data13.poison !== undefined){
let data30 = data13.poison;
if(Array.isArray(data30)){
const len0 = data30.length;
for(let i0=0; i0<len0; i0++){
let data31 = data30[i0];
if(!((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31)))){
const err66 = {instancePath:instancePath+"/relays/poison/" + i0,schemaPath:"#/properties/relays/properties/poison/items/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(typeof data31 == "number"){
if(data31 > 1000000 || isNaN(data31)){
const err67 = {instancePath:instancePath+"/relays/poison/" + i0,schemaPath:"#/properties/relays/properties/poison/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(data31 < 1 || isNaN(data31)){
const err68 = {instancePath:instancePath+"/relays/poison/" + i0,schemaPath:"#/properties/relays/properties/poison/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
let i1 = data30.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data30[i1];
if(!((typeof item0 == "number") && (!(item0 % 1) && !isNaN(item0)))){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err69 = {instancePath:instancePath+"/relays/poison",schemaPath:"#/properties/relays/properties/poison/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err70 = {instancePath:instancePath+"/relays/poison",schemaPath:"#/properties/relays/properties/poison/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
}
else {
const err71 = {instancePath:instancePath+"/relays",schemaPath:"#/properties/relays/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data.broker !== undefined){
let data32 = data.broker;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
for(const key4 in data32){
if(!(func2.call(schema11.properties.broker.properties, key4))){
const err72 = {instancePath:instancePath+"/broker",schemaPath:"#/properties/broker/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data32.kind !== undefined){
let data33 = data32.kind;
if(!((((((data33 === "rabbitmq") || (data33 === "kafka")) || (data33 === "redis-streams")) || (data33 === "notify")) || (data33 === "outbox")) || (data33 === "http"))){
const err73 = {instancePath:instancePath+"/broker/kind",schemaPath:"#/properties/broker/properties/kind/enum",keyword:"enum",params:{allowedValues: schema11.properties.broker.properties.kind.enum}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data32.exchange !== undefined){
let data34 = data32.exchange;
if(!((data34 === "topic") || (data34 === "direct"))){
const err74 = {instancePath:instancePath+"/broker/exchange",schemaPath:"#/properties/broker/properties/exchange/enum",keyword:"enum",params:{allowedValues: schema11.properties.broker.properties.exchange.enum}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data32.durable !== undefined){
if(typeof data32.durable !== "boolean"){
const err75 = {instancePath:instancePath+"/broker/durable",schemaPath:"#/properties/broker/properties/durable/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data32.persistent !== undefined){
if(typeof data32.persistent !== "boolean"){
const err76 = {instancePath:instancePath+"/broker/persistent",schemaPath:"#/properties/broker/properties/persistent/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data32.mandatory !== undefined){
if(typeof data32.mandatory !== "boolean"){
const err77 = {instancePath:instancePath+"/broker/mandatory",schemaPath:"#/properties/broker/properties/mandatory/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data32.partitions !== undefined){
let data38 = data32.partitions;
if(!((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38)))){
const err78 = {instancePath:instancePath+"/broker/partitions",schemaPath:"#/properties/broker/properties/partitions/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(typeof data38 == "number"){
if(data38 > 64 || isNaN(data38)){
const err79 = {instancePath:instancePath+"/broker/partitions",schemaPath:"#/properties/broker/properties/partitions/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if(data38 < 1 || isNaN(data38)){
const err80 = {instancePath:instancePath+"/broker/partitions",schemaPath:"#/properties/broker/properties/partitions/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
}
if(data32.commit !== undefined){
let data39 = data32.commit;
if(!((data39 === "after") || (data39 === "before"))){
const err81 = {instancePath:instancePath+"/broker/commit",schemaPath:"#/properties/broker/properties/commit/enum",keyword:"enum",params:{allowedValues: schema11.properties.broker.properties.commit.enum}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data32.retentionMs !== undefined){
let data40 = data32.retentionMs;
if(!((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40)))){
const err82 = {instancePath:instancePath+"/broker/retentionMs",schemaPath:"#/properties/broker/properties/retentionMs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(typeof data40 == "number"){
if(data40 > 86400000 || isNaN(data40)){
const err83 = {instancePath:instancePath+"/broker/retentionMs",schemaPath:"#/properties/broker/properties/retentionMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400000}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if(data40 < 0 || isNaN(data40)){
const err84 = {instancePath:instancePath+"/broker/retentionMs",schemaPath:"#/properties/broker/properties/retentionMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
}
if(data32.maxLength !== undefined){
let data41 = data32.maxLength;
if(!((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41)))){
const err85 = {instancePath:instancePath+"/broker/maxLength",schemaPath:"#/properties/broker/properties/maxLength/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
if(typeof data41 == "number"){
if(data41 > 1000000 || isNaN(data41)){
const err86 = {instancePath:instancePath+"/broker/maxLength",schemaPath:"#/properties/broker/properties/maxLength/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(data41 < 0 || isNaN(data41)){
const err87 = {instancePath:instancePath+"/broker/maxLength",schemaPath:"#/properties/broker/properties/maxLength/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
}
if(data32.minIdleMs !== undefined){
let data42 = data32.minIdleMs;
if(!((typeof data42 == "number") && (!(data42 % 1) && !isNaN(data42)))){
const err88 = {instancePath:instancePath+"/broker/minIdleMs",schemaPath:"#/properties/broker/properties/minIdleMs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(typeof data42 == "number"){
if(data42 > 86400000 || isNaN(data42)){
const err89 = {instancePath:instancePath+"/broker/minIdleMs",schemaPath:"#/properties/broker/properties/minIdleMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400000}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(data42 < 1 || isNaN(data42)){
const err90 = {instancePath:instancePath+"/broker/minIdleMs",schemaPath:"#/properties/broker/properties/minIdleMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
}
}
else {
const err91 = {instancePath:instancePath+"/broker",schemaPath:"#/properties/broker/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data.consumers !== undefined){
let data43 = data.consumers;
if(Array.isArray(data43)){
if(data43.length > 8){
const err92 = {instancePath:instancePath+"/consumers",schemaPath:"#/properties/consumers/maxItems",keyword:"maxItems",params:{limit: 8}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(data43.length < 1){
const err93 = {instancePath:instancePath+"/consumers",schemaPath:"#/properties/consumers/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
const len1 = data43.length;
for(let i2=0; i2<len1; i2++){
let data44 = data43[i2];
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
for(const key5 in data44){
if(!(func2.call(schema11.properties.consumers.items.properties, key5))){
const err94 = {instancePath:instancePath+"/consumers/" + i2,schemaPath:"#/properties/consumers/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data44.name !== undefined){
let data45 = data44.name;
if(typeof data45 === "string"){
if(!pattern0.test(data45)){
const err95 = {instancePath:instancePath+"/consumers/" + i2+"/name",schemaPath:"#/properties/consumers/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]{0,30}$"}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
else {
const err96 = {instancePath:instancePath+"/consumers/" + i2+"/name",schemaPath:"#/properties/consumers/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data44.count !== undefined){
let data46 = data44.count;
if(!((typeof data46 == "number") && (!(data46 % 1) && !isNaN(data46)))){
const err97 = {instancePath:instancePath+"/consumers/" + i2+"/count",schemaPath:"#/properties/consumers/items/properties/count/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(typeof data46 == "number"){
if(data46 > 16 || isNaN(data46)){
const err98 = {instancePath:instancePath+"/consumers/" + i2+"/count",schemaPath:"#/properties/consumers/items/properties/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 16}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(data46 < 1 || isNaN(data46)){
const err99 = {instancePath:instancePath+"/consumers/" + i2+"/count",schemaPath:"#/properties/consumers/items/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
}
if(data44.dedup !== undefined){
let data47 = data44.dedup;
if(!(((data47 === "none") || (data47 === "before")) || (data47 === "same-transaction"))){
const err100 = {instancePath:instancePath+"/consumers/" + i2+"/dedup",schemaPath:"#/properties/consumers/items/properties/dedup/enum",keyword:"enum",params:{allowedValues: schema11.properties.consumers.items.properties.dedup.enum}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data44.dedupWindowMs !== undefined){
let data48 = data44.dedupWindowMs;
if(!((typeof data48 == "number") && (!(data48 % 1) && !isNaN(data48)))){
const err101 = {instancePath:instancePath+"/consumers/" + i2+"/dedupWindowMs",schemaPath:"#/properties/consumers/items/properties/dedupWindowMs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if(typeof data48 == "number"){
if(data48 > 86400000 || isNaN(data48)){
const err102 = {instancePath:instancePath+"/consumers/" + i2+"/dedupWindowMs",schemaPath:"#/properties/consumers/items/properties/dedupWindowMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400000}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(data48 < 0 || isNaN(data48)){
const err103 = {instancePath:instancePath+"/consumers/" + i2+"/dedupWindowMs",schemaPath:"#/properties/consumers/items/properties/dedupWindowMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
}
if(data44.bindings !== undefined){
let data49 = data44.bindings;
if(Array.isArray(data49)){
if(data49.length > 20){
const err104 = {instancePath:instancePath+"/consumers/" + i2+"/bindings",schemaPath:"#/properties/consumers/items/properties/bindings/maxItems",keyword:"maxItems",params:{limit: 20}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
const len2 = data49.length;
for(let i3=0; i3<len2; i3++){
let data50 = data49[i3];
if(typeof data50 === "string"){
if(!pattern1.test(data50)){
const err105 = {instancePath:instancePath+"/consumers/" + i2+"/bindings/" + i3,schemaPath:"#/properties/consumers/items/properties/bindings/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_#*-]{1,60}(\\.[A-Za-z0-9_#*-]{1,60}){0,9}$"}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
else {
const err106 = {instancePath:instancePath+"/consumers/" + i2+"/bindings/" + i3,schemaPath:"#/properties/consumers/items/properties/bindings/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
let i4 = data49.length;
let j1;
if(i4 > 1){
const indices1 = {};
for(;i4--;){
let item1 = data49[i4];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err107 = {instancePath:instancePath+"/consumers/" + i2+"/bindings",schemaPath:"#/properties/consumers/items/properties/bindings/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1}};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
break;
}
indices1[item1] = i4;
}
}
}
else {
const err108 = {instancePath:instancePath+"/consumers/" + i2+"/bindings",schemaPath:"#/properties/consumers/items/properties/bindings/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data44.prefetch !== undefined){
let data51 = data44.prefetch;
if(!((typeof data51 == "number") && (!(data51 % 1) && !isNaN(data51)))){
const err109 = {instancePath:instancePath+"/consumers/" + i2+"/prefetch",schemaPath:"#/properties/consumers/items/properties/prefetch/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(typeof data51 == "number"){
if(data51 > 1000 || isNaN(data51)){
const err110 = {instancePath:instancePath+"/consumers/" + i2+"/prefetch",schemaPath:"#/properties/consumers/items/properties/prefetch/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(data51 < 1 || isNaN(data51)){
const err111 = {instancePath:instancePath+"/consumers/" + i2+"/prefetch",schemaPath:"#/properties/consumers/items/properties/prefetch/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
}
if(data44.failures !== undefined){
let data52 = data44.failures;
if(Array.isArray(data52)){
const len3 = data52.length;
for(let i5=0; i5<len3; i5++){
let data53 = data52[i5];
if(!((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53)))){
const err112 = {instancePath:instancePath+"/consumers/" + i2+"/failures/" + i5,schemaPath:"#/properties/consumers/items/properties/failures/items/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if(typeof data53 == "number"){
if(data53 > 1000000 || isNaN(data53)){
const err113 = {instancePath:instancePath+"/consumers/" + i2+"/failures/" + i5,schemaPath:"#/properties/consumers/items/properties/failures/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(data53 < 1 || isNaN(data53)){
const err114 = {instancePath:instancePath+"/consumers/" + i2+"/failures/" + i5,schemaPath:"#/properties/consumers/items/properties/failures/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
}
let i6 = data52.length;
let j2;
if(i6 > 1){
const indices2 = {};
for(;i6--;){
let item2 = data52[i6];
if(!((typeof item2 == "number") && (!(item2 % 1) && !isNaN(item2)))){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err115 = {instancePath:instancePath+"/consumers/" + i2+"/failures",schemaPath:"#/properties/consumers/items/properties/failures/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j2}};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
break;
}
indices2[item2] = i6;
}
}
}
else {
const err116 = {instancePath:instancePath+"/consumers/" + i2+"/failures",schemaPath:"#/properties/consumers/items/properties/failures/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data44.poison !== undefined){
let data54 = data44.poison;
if(Array.isArray(data54)){
const len4 = data54.length;
for(let i7=0; i7<len4; i7++){
let data55 = data54[i7];
if(!((typeof data55 == "number") && (!(data55 % 1) && !isNaN(data55)))){
const err117 = {instancePath:instancePath+"/consumers/" + i2+"/poison/" + i7,schemaPath:"#/properties/consumers/items/properties/poison/items/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if(typeof data55 == "number"){
if(data55 > 1000000 || isNaN(data55)){
const err118 = {instancePath:instancePath+"/consumers/" + i2+"/poison/" + i7,schemaPath:"#/properties/consumers/items/properties/poison/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(data55 < 1 || isNaN(data55)){
const err119 = {instancePath:instancePath+"/consumers/" + i2+"/poison/" + i7,schemaPath:"#/properties/consumers/items/properties/poison/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
}
let i8 = data54.length;
let j3;
if(i8 > 1){
const indices3 = {};
for(;i8--;){
let item3 = data54[i8];
if(!((typeof item3 == "number") && (!(item3 % 1) && !isNaN(item3)))){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err120 = {instancePath:instancePath+"/consumers/" + i2+"/poison",schemaPath:"#/properties/consumers/items/properties/poison/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j3}};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
break;
}
indices3[item3] = i8;
}
}
}
else {
const err121 = {instancePath:instancePath+"/consumers/" + i2+"/poison",schemaPath:"#/properties/consumers/items/properties/poison/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data44.maxAttempts !== undefined){
let data56 = data44.maxAttempts;
if(!((typeof data56 == "number") && (!(data56 % 1) && !isNaN(data56)))){
const err122 = {instancePath:instancePath+"/consumers/" + i2+"/maxAttempts",schemaPath:"#/properties/consumers/items/properties/maxAttempts/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
if(typeof data56 == "number"){
if(data56 > 1000 || isNaN(data56)){
const err123 = {instancePath:instancePath+"/consumers/" + i2+"/maxAttempts",schemaPath:"#/properties/consumers/items/properties/maxAttempts/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if(data56 < 1 || isNaN(data56)){
const err124 = {instancePath:instancePath+"/consumers/" + i2+"/maxAttempts",schemaPath:"#/properties/consumers/items/properties/maxAttempts/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
}
if(data44.retry !== undefined){
let data57 = data44.retry;
if(!((data57 === "in-place") || (data57 === "retry-queue"))){
const err125 = {instancePath:instancePath+"/consumers/" + i2+"/retry",schemaPath:"#/properties/consumers/items/properties/retry/enum",keyword:"enum",params:{allowedValues: schema11.properties.consumers.items.properties.retry.enum}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
if(data44.onPoison !== undefined){
let data58 = data44.onPoison;
if(!((data58 === "halt") || (data58 === "skip"))){
const err126 = {instancePath:instancePath+"/consumers/" + i2+"/onPoison",schemaPath:"#/properties/consumers/items/properties/onPoison/enum",keyword:"enum",params:{allowedValues: schema11.properties.consumers.items.properties.onPoison.enum}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data44.park !== undefined){
if(typeof data44.park !== "boolean"){
const err127 = {instancePath:instancePath+"/consumers/" + i2+"/park",schemaPath:"#/properties/consumers/items/properties/park/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data44.redriveMs !== undefined){
let data60 = data44.redriveMs;
if(!((typeof data60 == "number") && (!(data60 % 1) && !isNaN(data60)))){
const err128 = {instancePath:instancePath+"/consumers/" + i2+"/redriveMs",schemaPath:"#/properties/consumers/items/properties/redriveMs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
if(typeof data60 == "number"){
if(data60 > 86400000 || isNaN(data60)){
const err129 = {instancePath:instancePath+"/consumers/" + i2+"/redriveMs",schemaPath:"#/properties/consumers/items/properties/redriveMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400000}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if(data60 < 0 || isNaN(data60)){
const err130 = {instancePath:instancePath+"/consumers/" + i2+"/redriveMs",schemaPath:"#/properties/consumers/items/properties/redriveMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
}
}
else {
const err131 = {instancePath:instancePath+"/consumers/" + i2,schemaPath:"#/properties/consumers/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
}
else {
const err132 = {instancePath:instancePath+"/consumers",schemaPath:"#/properties/consumers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data.faults !== undefined){
let data61 = data.faults;
if(Array.isArray(data61)){
if(data61.length > 100){
const err133 = {instancePath:instancePath+"/faults",schemaPath:"#/properties/faults/maxItems",keyword:"maxItems",params:{limit: 100}};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
const len5 = data61.length;
for(let i9=0; i9<len5; i9++){
let data62 = data61[i9];
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
if(data62.do === undefined){
const err134 = {instancePath:instancePath+"/faults/" + i9,schemaPath:"#/properties/faults/items/required",keyword:"required",params:{missingProperty: "do"}};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
for(const key6 in data62){
if(!((((((((key6 === "do") || (key6 === "at")) || (key6 === "from")) || (key6 === "to")) || (key6 === "relay")) || (key6 === "consumer")) || (key6 === "factor")) || (key6 === "ms"))){
const err135 = {instancePath:instancePath+"/faults/" + i9,schemaPath:"#/properties/faults/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data62.do !== undefined){
let data63 = data62.do;
if(!(((((((((((data63 === "crash-relay") || (data63 === "crash-consumer")) || (data63 === "crash-service")) || (data63 === "redeliver")) || (data63 === "replay")) || (data63 === "broker-down")) || (data63 === "broker-restart")) || (data63 === "slow-consumer")) || (data63 === "hold-transaction")) || (data63 === "connector-stopped")) || (data63 === "clock-skew"))){
const err136 = {instancePath:instancePath+"/faults/" + i9+"/do",schemaPath:"#/properties/faults/items/properties/do/enum",keyword:"enum",params:{allowedValues: schema11.properties.faults.items.properties.do.enum}};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
if(data62.at !== undefined){
let data64 = data62.at;
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
for(const key7 in data64){
if(!(((key7 === "step") || (key7 === "occurrence")) || (key7 === "ms"))){
const err137 = {instancePath:instancePath+"/faults/" + i9+"/at",schemaPath:"#/properties/faults/items/properties/at/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data64.step !== undefined){
let data65 = data64.step;
if(!((((((((((((((((((((((((((((((((((((((((((((((((((data65 === "began") || (data65 === "inserted")) || (data65 === "committed")) || (data65 === "rolled-back")) || (data65 === "service-crashed")) || (data65 === "transaction-held")) || (data65 === "transaction-released")) || (data65 === "polled")) || (data65 === "published")) || (data65 === "refused")) || (data65 === "returned")) || (data65 === "dropped")) || (data65 === "confirmed")) || (data65 === "unconfirmed")) || (data65 === "marked")) || (data65 === "mark-refused")) || (data65 === "saved")) || (data65 === "failed-to-publish")) || (data65 === "gave-up")) || (data65 === "lease-expired")) || (data65 === "purged")) || (data65 === "armed")) || (data65 === "crashed")) || (data65 === "restarted")) || (data65 === "clock-skewed")) || (data65 === "connector-stopped")) || (data65 === "connector-started")) || (data65 === "broker-down")) || (data65 === "broker-up")) || (data65 === "broker-restarted")) || (data65 === "rebalanced")) || (data65 === "claimed")) || (data65 === "replayed")) || (data65 === "trimmed")) || (data65 === "missed")) || (data65 === "delivered")) || (data65 === "recorded")) || (data65 === "applied")) || (data65 === "skipped")) || (data65 === "failed")) || (data65 === "requeued")) || (data65 === "dead-lettered")) || (data65 === "parked")) || (data65 === "redriven")) || (data65 === "acked")) || (data65 === "redelivered")) || (data65 === "consumer-crashed")) || (data65 === "consumer-restarted")) || (data65 === "consumer-slowed")) || (data65 === "dedup-set"))){
const err138 = {instancePath:instancePath+"/faults/" + i9+"/at/step",schemaPath:"#/properties/faults/items/properties/at/properties/step/enum",keyword:"enum",params:{allowedValues: schema11.properties.faults.items.properties.at.properties.step.enum}};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
if(data64.occurrence !== undefined){
let data66 = data64.occurrence;
if(!((typeof data66 == "number") && (!(data66 % 1) && !isNaN(data66)))){
const err139 = {instancePath:instancePath+"/faults/" + i9+"/at/occurrence",schemaPath:"#/properties/faults/items/properties/at/properties/occurrence/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(typeof data66 == "number"){
if(data66 > 1000000 || isNaN(data66)){
const err140 = {instancePath:instancePath+"/faults/" + i9+"/at/occurrence",schemaPath:"#/properties/faults/items/properties/at/properties/occurrence/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
if(data66 < 1 || isNaN(data66)){
const err141 = {instancePath:instancePath+"/faults/" + i9+"/at/occurrence",schemaPath:"#/properties/faults/items/properties/at/properties/occurrence/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
}
if(data64.ms !== undefined){
let data67 = data64.ms;
if(!((typeof data67 == "number") && (!(data67 % 1) && !isNaN(data67)))){
const err142 = {instancePath:instancePath+"/faults/" + i9+"/at/ms",schemaPath:"#/properties/faults/items/properties/at/properties/ms/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
if(typeof data67 == "number"){
if(data67 > 86400000 || isNaN(data67)){
const err143 = {instancePath:instancePath+"/faults/" + i9+"/at/ms",schemaPath:"#/properties/faults/items/properties/at/properties/ms/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400000}};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
if(data67 < 0 || isNaN(data67)){
const err144 = {instancePath:instancePath+"/faults/" + i9+"/at/ms",schemaPath:"#/properties/faults/items/properties/at/properties/ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
}
}
else {
const err145 = {instancePath:instancePath+"/faults/" + i9+"/at",schemaPath:"#/properties/faults/items/properties/at/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
if(data62.from !== undefined){
let data68 = data62.from;
if(!((typeof data68 == "number") && (!(data68 % 1) && !isNaN(data68)))){
const err146 = {instancePath:instancePath+"/faults/" + i9+"/from",schemaPath:"#/properties/faults/items/properties/from/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
if(typeof data68 == "number"){
if(data68 > 86400000 || isNaN(data68)){
const err147 = {instancePath:instancePath+"/faults/" + i9+"/from",schemaPath:"#/properties/faults/items/properties/from/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400000}};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if(data68 < 0 || isNaN(data68)){
const err148 = {instancePath:instancePath+"/faults/" + i9+"/from",schemaPath:"#/properties/faults/items/properties/from/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
}
if(data62.to !== undefined){
let data69 = data62.to;
if(!((typeof data69 == "number") && (!(data69 % 1) && !isNaN(data69)))){
const err149 = {instancePath:instancePath+"/faults/" + i9+"/to",schemaPath:"#/properties/faults/items/properties/to/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
if(typeof data69 == "number"){
if(data69 > 86400000 || isNaN(data69)){
const err150 = {instancePath:instancePath+"/faults/" + i9+"/to",schemaPath:"#/properties/faults/items/properties/to/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400000}};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
if(data69 < 1 || isNaN(data69)){
const err151 = {instancePath:instancePath+"/faults/" + i9+"/to",schemaPath:"#/properties/faults/items/properties/to/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
}
if(data62.relay !== undefined){
let data70 = data62.relay;
if(!((typeof data70 == "number") && (!(data70 % 1) && !isNaN(data70)))){
const err152 = {instancePath:instancePath+"/faults/" + i9+"/relay",schemaPath:"#/properties/faults/items/properties/relay/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
if(typeof data70 == "number"){
if(data70 > 16 || isNaN(data70)){
const err153 = {instancePath:instancePath+"/faults/" + i9+"/relay",schemaPath:"#/properties/faults/items/properties/relay/maximum",keyword:"maximum",params:{comparison: "<=", limit: 16}};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if(data70 < 1 || isNaN(data70)){
const err154 = {instancePath:instancePath+"/faults/" + i9+"/relay",schemaPath:"#/properties/faults/items/properties/relay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
}
if(data62.consumer !== undefined){
if(typeof data62.consumer !== "string"){
const err155 = {instancePath:instancePath+"/faults/" + i9+"/consumer",schemaPath:"#/properties/faults/items/properties/consumer/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
if(data62.factor !== undefined){
let data72 = data62.factor;
if(typeof data72 == "number"){
if(data72 > 10000 || isNaN(data72)){
const err156 = {instancePath:instancePath+"/faults/" + i9+"/factor",schemaPath:"#/properties/faults/items/properties/factor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000}};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
if(data72 < 1 || isNaN(data72)){
const err157 = {instancePath:instancePath+"/faults/" + i9+"/factor",schemaPath:"#/properties/faults/items/properties/factor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
else {
const err158 = {instancePath:instancePath+"/faults/" + i9+"/factor",schemaPath:"#/properties/faults/items/properties/factor/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
if(data62.ms !== undefined){
let data73 = data62.ms;
if(!((typeof data73 == "number") && (!(data73 % 1) && !isNaN(data73)))){
const err159 = {instancePath:instancePath+"/faults/" + i9+"/ms",schemaPath:"#/properties/faults/items/properties/ms/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
if(typeof data73 == "number"){
if(data73 > 86400000 || isNaN(data73)){
const err160 = {instancePath:instancePath+"/faults/" + i9+"/ms",schemaPath:"#/properties/faults/items/properties/ms/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400000}};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
if(data73 < -86400000 || isNaN(data73)){
const err161 = {instancePath:instancePath+"/faults/" + i9+"/ms",schemaPath:"#/properties/faults/items/properties/ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: -86400000}};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
}
}
else {
const err162 = {instancePath:instancePath+"/faults/" + i9,schemaPath:"#/properties/faults/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
}
else {
const err163 = {instancePath:instancePath+"/faults",schemaPath:"#/properties/faults/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
if(data.budgets !== undefined){
let data74 = data.budgets;
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
for(const key8 in data74){
if(!(((key8 === "crashes") || (key8 === "redeliveries")) || (key8 === "states"))){
const err164 = {instancePath:instancePath+"/budgets",schemaPath:"#/properties/budgets/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
if(data74.crashes !== undefined){
let data75 = data74.crashes;
if(!((typeof data75 == "number") && (!(data75 % 1) && !isNaN(data75)))){
const err165 = {instancePath:instancePath+"/budgets/crashes",schemaPath:"#/properties/budgets/properties/crashes/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
if(typeof data75 == "number"){
if(data75 > 10 || isNaN(data75)){
const err166 = {instancePath:instancePath+"/budgets/crashes",schemaPath:"#/properties/budgets/properties/crashes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10}};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
if(data75 < 0 || isNaN(data75)){
const err167 = {instancePath:instancePath+"/budgets/crashes",schemaPath:"#/properties/budgets/properties/crashes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
}
if(data74.redeliveries !== undefined){
let data76 = data74.redeliveries;
if(!((typeof data76 == "number") && (!(data76 % 1) && !isNaN(data76)))){
const err168 = {instancePath:instancePath+"/budgets/redeliveries",schemaPath:"#/properties/budgets/properties/redeliveries/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
if(typeof data76 == "number"){
if(data76 > 10 || isNaN(data76)){
const err169 = {instancePath:instancePath+"/budgets/redeliveries",schemaPath:"#/properties/budgets/properties/redeliveries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10}};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
if(data76 < 0 || isNaN(data76)){
const err170 = {instancePath:instancePath+"/budgets/redeliveries",schemaPath:"#/properties/budgets/properties/redeliveries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
}
if(data74.states !== undefined){
let data77 = data74.states;
if(!((typeof data77 == "number") && (!(data77 % 1) && !isNaN(data77)))){
const err171 = {instancePath:instancePath+"/budgets/states",schemaPath:"#/properties/budgets/properties/states/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
if(typeof data77 == "number"){
if(data77 > 100000000 || isNaN(data77)){
const err172 = {instancePath:instancePath+"/budgets/states",schemaPath:"#/properties/budgets/properties/states/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000000}};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
if(data77 < 1 || isNaN(data77)){
const err173 = {instancePath:instancePath+"/budgets/states",schemaPath:"#/properties/budgets/properties/states/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
}
}
else {
const err174 = {instancePath:instancePath+"/budgets",schemaPath:"#/properties/budgets/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
if(data.invariants !== undefined){
let data78 = data.invariants;
if(Array.isArray(data78)){
if(data78.length < 1){
const err175 = {instancePath:instancePath+"/invariants",schemaPath:"#/properties/invariants/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
const len6 = data78.length;
for(let i10=0; i10<len6; i10++){
let data79 = data78[i10];
if(!((((((data79 === "I1") || (data79 === "I2")) || (data79 === "I3")) || (data79 === "I4")) || (data79 === "I5")) || (data79 === "I6"))){
const err176 = {instancePath:instancePath+"/invariants/" + i10,schemaPath:"#/properties/invariants/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.invariants.items.enum}};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
}
else {
const err177 = {instancePath:instancePath+"/invariants",schemaPath:"#/properties/invariants/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
}
else {
const err178 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

