// Generated from run-schema.ts: npx vitest run lib/link/run-validator --update
"use strict";
export const validate = validate10;
export default validate10;
const schema11 = {"type":"object","additionalProperties":false,"required":["scenario"],"properties":{"scenario":{"type":"object"},"commands":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["at","do"],"properties":{"at":{"type":"number","minimum":0,"maximum":9007199254740},"do":{"enum":["place-order","place-and-roll-back","crash-relay","arm-crash","crash-consumer","crash-service","redeliver","replay","broker-down","broker-up","broker-restart","slow-consumer","hold-transaction","release-transaction","stop-connector","start-connector","skew-clock","redrive","set-dedup"]},"relay":{"type":"integer","minimum":1,"maximum":16},"consumer":{"type":"string"},"factor":{"type":"number","minimum":1,"maximum":10000},"ms":{"type":"integer","minimum":-86400000,"maximum":86400000},"dedup":{"enum":["none","before","same-transaction"]}}}},"time":{"type":"number","minimum":0,"maximum":9007199254740}}};

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.scenario === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "scenario"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "scenario") || (key0 === "commands")) || (key0 === "time"))){
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
if(data.scenario !== undefined){
let data0 = data.scenario;
if(!(data0 && typeof data0 == "object" && !Array.isArray(data0))){
const err2 = {instancePath:instancePath+"/scenario",schemaPath:"#/properties/scenario/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.commands !== undefined){
let data1 = data.commands;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.at === undefined){
const err3 = {instancePath:instancePath+"/commands/" + i0,schemaPath:"#/properties/commands/items/required",keyword:"required",params:{missingProperty: "at"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data2.do === undefined){
const err4 = {instancePath:instancePath+"/commands/" + i0,schemaPath:"#/properties/commands/items/required",keyword:"required",params:{missingProperty: "do"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key1 in data2){
if(!(((((((key1 === "at") || (key1 === "do")) || (key1 === "relay")) || (key1 === "consumer")) || (key1 === "factor")) || (key1 === "ms")) || (key1 === "dedup"))){
const err5 = {instancePath:instancePath+"/commands/" + i0,schemaPath:"#/properties/commands/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data2.at !== undefined){
let data3 = data2.at;
if(typeof data3 == "number"){
if(data3 > 9007199254740 || isNaN(data3)){
const err6 = {instancePath:instancePath+"/commands/" + i0+"/at",schemaPath:"#/properties/commands/items/properties/at/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err7 = {instancePath:instancePath+"/commands/" + i0+"/at",schemaPath:"#/properties/commands/items/properties/at/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/commands/" + i0+"/at",schemaPath:"#/properties/commands/items/properties/at/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.do !== undefined){
let data4 = data2.do;
if(!(((((((((((((((((((data4 === "place-order") || (data4 === "place-and-roll-back")) || (data4 === "crash-relay")) || (data4 === "arm-crash")) || (data4 === "crash-consumer")) || (data4 === "crash-service")) || (data4 === "redeliver")) || (data4 === "replay")) || (data4 === "broker-down")) || (data4 === "broker-up")) || (data4 === "broker-restart")) || (data4 === "slow-consumer")) || (data4 === "hold-transaction")) || (data4 === "release-transaction")) || (data4 === "stop-connector")) || (data4 === "start-connector")) || (data4 === "skew-clock")) || (data4 === "redrive")) || (data4 === "set-dedup"))){
const err9 = {instancePath:instancePath+"/commands/" + i0+"/do",schemaPath:"#/properties/commands/items/properties/do/enum",keyword:"enum",params:{allowedValues: schema11.properties.commands.items.properties.do.enum}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.relay !== undefined){
let data5 = data2.relay;
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
const err10 = {instancePath:instancePath+"/commands/" + i0+"/relay",schemaPath:"#/properties/commands/items/properties/relay/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(typeof data5 == "number"){
if(data5 > 16 || isNaN(data5)){
const err11 = {instancePath:instancePath+"/commands/" + i0+"/relay",schemaPath:"#/properties/commands/items/properties/relay/maximum",keyword:"maximum",params:{comparison: "<=", limit: 16}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data5 < 1 || isNaN(data5)){
const err12 = {instancePath:instancePath+"/commands/" + i0+"/relay",schemaPath:"#/properties/commands/items/properties/relay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data2.consumer !== undefined){
if(typeof data2.consumer !== "string"){
const err13 = {instancePath:instancePath+"/commands/" + i0+"/consumer",schemaPath:"#/properties/commands/items/properties/consumer/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data2.factor !== undefined){
let data7 = data2.factor;
if(typeof data7 == "number"){
if(data7 > 10000 || isNaN(data7)){
const err14 = {instancePath:instancePath+"/commands/" + i0+"/factor",schemaPath:"#/properties/commands/items/properties/factor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data7 < 1 || isNaN(data7)){
const err15 = {instancePath:instancePath+"/commands/" + i0+"/factor",schemaPath:"#/properties/commands/items/properties/factor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/commands/" + i0+"/factor",schemaPath:"#/properties/commands/items/properties/factor/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data2.ms !== undefined){
let data8 = data2.ms;
if(!((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8)))){
const err17 = {instancePath:instancePath+"/commands/" + i0+"/ms",schemaPath:"#/properties/commands/items/properties/ms/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(typeof data8 == "number"){
if(data8 > 86400000 || isNaN(data8)){
const err18 = {instancePath:instancePath+"/commands/" + i0+"/ms",schemaPath:"#/properties/commands/items/properties/ms/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400000}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data8 < -86400000 || isNaN(data8)){
const err19 = {instancePath:instancePath+"/commands/" + i0+"/ms",schemaPath:"#/properties/commands/items/properties/ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: -86400000}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
if(data2.dedup !== undefined){
let data9 = data2.dedup;
if(!(((data9 === "none") || (data9 === "before")) || (data9 === "same-transaction"))){
const err20 = {instancePath:instancePath+"/commands/" + i0+"/dedup",schemaPath:"#/properties/commands/items/properties/dedup/enum",keyword:"enum",params:{allowedValues: schema11.properties.commands.items.properties.dedup.enum}};
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
else {
const err21 = {instancePath:instancePath+"/commands/" + i0,schemaPath:"#/properties/commands/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/commands",schemaPath:"#/properties/commands/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.time !== undefined){
let data10 = data.time;
if(typeof data10 == "number"){
if(data10 > 9007199254740 || isNaN(data10)){
const err23 = {instancePath:instancePath+"/time",schemaPath:"#/properties/time/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data10 < 0 || isNaN(data10)){
const err24 = {instancePath:instancePath+"/time",schemaPath:"#/properties/time/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/time",schemaPath:"#/properties/time/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

