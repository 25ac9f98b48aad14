// Generated from shape-schema.ts: npx vitest run lib/table/shape-validator --update
"use strict";
export const validate = validate10;
export default validate10;
const schema11 = {"type":"object","additionalProperties":false,"required":["table","columns"],"properties":{"table":{"type":"string","pattern":"^[a-z_][a-z0-9_]{0,62}$"},"columns":{"type":"array","minItems":1,"maxItems":50,"items":{"type":"object","additionalProperties":false,"required":["name","type"],"properties":{"name":{"type":"string","pattern":"^[a-z_][a-z0-9_]{0,62}$"},"type":{"type":"string","anyOf":[{"enum":["bigint","bigserial","integer","serial","smallint","smallserial","boolean","text","varchar","character","uuid","jsonb","json","timestamptz","timestamp","timetz","time","date","interval","numeric","real","double precision","bytea","bit","bit varying","money","inet","cidr","macaddr","macaddr8","xml","jsonpath","name","oid","xid8","pg_lsn","pg_snapshot","tsvector","tsquery","point","line","lseg","box","path","polygon","circle","int4range","int8range","numrange","daterange","tsrange","tstzrange","int8","serial8","int","int4","serial4","int2","serial2","bool","character varying","char varying","char","decimal","dec","float4","float8","float","varbit"]},{"pattern":"\\S"}]},"pk":{"type":"boolean","enum":[true,false]},"nullable":{"type":"boolean","enum":[true,false]},"default":{"type":["string","number","boolean","null"],"anyOf":[{"enum":["now()","clock_timestamp()","gen_random_uuid()","uuidv7()"]},{}]},"unique":{"type":"boolean","enum":[true,false]},"references":{"type":["string","object"],"additionalProperties":false,"required":["table","column"],"properties":{"table":{"type":"string","pattern":"^[a-z_][a-z0-9_]{0,62}$"},"column":{"type":"string","pattern":"^[a-z_][a-z0-9_]{0,62}$"},"onDelete":{"enum":["cascade","restrict","set null","no action"]}}},"check":{"type":"string","pattern":"\\S"},"identity":{"enum":["always","by default"]}}}},"indexes":{"type":"array","maxItems":12,"items":{"type":"object","additionalProperties":false,"required":["columns"],"properties":{"columns":{"type":"array","minItems":1,"maxItems":50,"items":{"type":"string","pattern":"^[a-z_][a-z0-9_]{0,62}$"}},"unique":{"type":"boolean","enum":[true,false]},"where":{"type":"string","pattern":"\\S"}}}}}};
const pattern0 = new RegExp("^[a-z_][a-z0-9_]{0,62}$", "u");
const pattern2 = new RegExp("\\S", "u");
const func2 = Object.prototype.hasOwnProperty;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.table === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "table"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.columns === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "columns"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "table") || (key0 === "columns")) || (key0 === "indexes"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.table !== undefined){
let data0 = data.table;
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
const err3 = {instancePath:instancePath+"/table",schemaPath:"#/properties/table/pattern",keyword:"pattern",params:{pattern: "^[a-z_][a-z0-9_]{0,62}$"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/table",schemaPath:"#/properties/table/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.columns !== undefined){
let data1 = data.columns;
if(Array.isArray(data1)){
if(data1.length > 50){
const err5 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/maxItems",keyword:"maxItems",params:{limit: 50}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1.length < 1){
const err6 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err7 = {instancePath:instancePath+"/columns/" + i0,schemaPath:"#/properties/columns/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data2.type === undefined){
const err8 = {instancePath:instancePath+"/columns/" + i0,schemaPath:"#/properties/columns/items/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 in data2){
if(!(func2.call(schema11.properties.columns.items.properties, key1))){
const err9 = {instancePath:instancePath+"/columns/" + i0,schemaPath:"#/properties/columns/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err10 = {instancePath:instancePath+"/columns/" + i0+"/name",schemaPath:"#/properties/columns/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z_][a-z0-9_]{0,62}$"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/columns/" + i0+"/name",schemaPath:"#/properties/columns/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data2.type !== undefined){
let data4 = data2.type;
if(typeof data4 !== "string"){
const err12 = {instancePath:instancePath+"/columns/" + i0+"/type",schemaPath:"#/properties/columns/items/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const _errs13 = errors;
let valid4 = false;
const _errs14 = errors;
if(!(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((data4 === "bigint") || (data4 === "bigserial")) || (data4 === "integer")) || (data4 === "serial")) || (data4 === "smallint")) || (data4 === "smallserial")) || (data4 === "boolean")) || (data4 === "text")) || (data4 === "varchar")) || (data4 === "character")) || (data4 === "uuid")) || (data4 === "jsonb")) || (data4 === "json")) || (data4 === "timestamptz")) || (data4 === "timestamp")) || (data4 === "timetz")) || (data4 === "time")) || (data4 === "date")) || (data4 === "interval")) || (data4 === "numeric")) || (data4 === "real")) || (data4 === "double precision")) || (data4 === "bytea")) || (data4 === "bit")) || (data4 === "bit varying")) || (data4 === "money")) || (data4 === "inet")) || (data4 === "cidr")) || (data4 === "macaddr")) || (data4 === "macaddr8")) || (data4 === "xml")) || (data4 === "jsonpath")) || (data4 === "name")) || (data4 === "oid")) || (data4 === "xid8")) || (data4 === "pg_lsn")) || (data4 === "pg_snapshot")) || (data4 === "tsvector")) || (data4 === "tsquery")) || (data4 === "point")) || (data4 === "line")) || (data4 === "lseg")) || (data4 === "box")) || (data4 === "path")) || (data4 === "polygon")) || (data4 === "circle")) || (data4 === "int4range")) || (data4 === "int8range")) || (data4 === "numrange")) || (data4 === "daterange")) || (data4 === "tsrange")) || (data4 === "tstzrange")) || (data4 === "int8")) || (data4 === "serial8")) || (data4 === "int")) || (data4 === "int4")) || (data4 === "serial4")) || (data4 === "int2")) || (data4 === "serial2")) || (data4 === "bool")) || (data4 === "character varying")) || (data4 === "char varying")) || (data4 === "char")) || (data4 === "decimal")) || (data4 === "dec")) || (data4 === "float4")) || (data4 === "float8")) || (data4 === "float")) || (data4 === "varbit"))){
const err13 = {instancePath:instancePath+"/columns/" + i0+"/type",schemaPath:"#/properties/columns/items/properties/type/anyOf/0/enum",keyword:"enum",params:{allowedValues: schema11.properties.columns.items.properties.type.anyOf[0].enum}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var _valid0 = _errs14 === errors;
valid4 = valid4 || _valid0;
if(!valid4){
const _errs15 = errors;
if(typeof data4 === "string"){
if(!pattern2.test(data4)){
const err14 = {instancePath:instancePath+"/columns/" + i0+"/type",schemaPath:"#/properties/columns/items/properties/type/anyOf/1/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var _valid0 = _errs15 === errors;
valid4 = valid4 || _valid0;
}
if(!valid4){
const err15 = {instancePath:instancePath+"/columns/" + i0+"/type",schemaPath:"#/properties/columns/items/properties/type/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
else {
errors = _errs13;
if(vErrors !== null){
if(_errs13){
vErrors.length = _errs13;
}
else {
vErrors = null;
}
}
}
}
if(data2.pk !== undefined){
let data5 = data2.pk;
if(typeof data5 !== "boolean"){
const err16 = {instancePath:instancePath+"/columns/" + i0+"/pk",schemaPath:"#/properties/columns/items/properties/pk/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!((data5 === true) || (data5 === false))){
const err17 = {instancePath:instancePath+"/columns/" + i0+"/pk",schemaPath:"#/properties/columns/items/properties/pk/enum",keyword:"enum",params:{allowedValues: schema11.properties.columns.items.properties.pk.enum}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data2.nullable !== undefined){
let data6 = data2.nullable;
if(typeof data6 !== "boolean"){
const err18 = {instancePath:instancePath+"/columns/" + i0+"/nullable",schemaPath:"#/properties/columns/items/properties/nullable/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!((data6 === true) || (data6 === false))){
const err19 = {instancePath:instancePath+"/columns/" + i0+"/nullable",schemaPath:"#/properties/columns/items/properties/nullable/enum",keyword:"enum",params:{allowedValues: schema11.properties.columns.items.properties.nullable.enum}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data2.default !== undefined){
let data7 = data2.default;
if((((typeof data7 !== "string") && (!(typeof data7 == "number"))) && (typeof data7 !== "boolean")) && (data7 !== null)){
const err20 = {instancePath:instancePath+"/columns/" + i0+"/default",schemaPath:"#/properties/columns/items/properties/default/type",keyword:"type",params:{type: schema11.properties.columns.items.properties.default.type}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data2.unique !== undefined){
let data8 = data2.unique;
if(typeof data8 !== "boolean"){
const err21 = {instancePath:instancePath+"/columns/" + i0+"/unique",schemaPath:"#/properties/columns/items/properties/unique/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!((data8 === true) || (data8 === false))){
const err22 = {instancePath:instancePath+"/columns/" + i0+"/unique",schemaPath:"#/properties/columns/items/properties/unique/enum",keyword:"enum",params:{allowedValues: schema11.properties.columns.items.properties.unique.enum}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data2.references !== undefined){
let data9 = data2.references;
if((typeof data9 !== "string") && (!(data9 && typeof data9 == "object" && !Array.isArray(data9)))){
const err23 = {instancePath:instancePath+"/columns/" + i0+"/references",schemaPath:"#/properties/columns/items/properties/references/type",keyword:"type",params:{type: schema11.properties.columns.items.properties.references.type}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.table === undefined){
const err24 = {instancePath:instancePath+"/columns/" + i0+"/references",schemaPath:"#/properties/columns/items/properties/references/required",keyword:"required",params:{missingProperty: "table"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data9.column === undefined){
const err25 = {instancePath:instancePath+"/columns/" + i0+"/references",schemaPath:"#/properties/columns/items/properties/references/required",keyword:"required",params:{missingProperty: "column"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
for(const key2 in data9){
if(!(((key2 === "table") || (key2 === "column")) || (key2 === "onDelete"))){
const err26 = {instancePath:instancePath+"/columns/" + i0+"/references",schemaPath:"#/properties/columns/items/properties/references/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data9.table !== undefined){
let data10 = data9.table;
if(typeof data10 === "string"){
if(!pattern0.test(data10)){
const err27 = {instancePath:instancePath+"/columns/" + i0+"/references/table",schemaPath:"#/properties/columns/items/properties/references/properties/table/pattern",keyword:"pattern",params:{pattern: "^[a-z_][a-z0-9_]{0,62}$"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/columns/" + i0+"/references/table",schemaPath:"#/properties/columns/items/properties/references/properties/table/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data9.column !== undefined){
let data11 = data9.column;
if(typeof data11 === "string"){
if(!pattern0.test(data11)){
const err29 = {instancePath:instancePath+"/columns/" + i0+"/references/column",schemaPath:"#/properties/columns/items/properties/references/properties/column/pattern",keyword:"pattern",params:{pattern: "^[a-z_][a-z0-9_]{0,62}$"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/columns/" + i0+"/references/column",schemaPath:"#/properties/columns/items/properties/references/properties/column/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data9.onDelete !== undefined){
let data12 = data9.onDelete;
if(!((((data12 === "cascade") || (data12 === "restrict")) || (data12 === "set null")) || (data12 === "no action"))){
const err31 = {instancePath:instancePath+"/columns/" + i0+"/references/onDelete",schemaPath:"#/properties/columns/items/properties/references/properties/onDelete/enum",keyword:"enum",params:{allowedValues: schema11.properties.columns.items.properties.references.properties.onDelete.enum}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
}
if(data2.check !== undefined){
let data13 = data2.check;
if(typeof data13 === "string"){
if(!pattern2.test(data13)){
const err32 = {instancePath:instancePath+"/columns/" + i0+"/check",schemaPath:"#/properties/columns/items/properties/check/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/columns/" + i0+"/check",schemaPath:"#/properties/columns/items/properties/check/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data2.identity !== undefined){
let data14 = data2.identity;
if(!((data14 === "always") || (data14 === "by default"))){
const err34 = {instancePath:instancePath+"/columns/" + i0+"/identity",schemaPath:"#/properties/columns/items/properties/identity/enum",keyword:"enum",params:{allowedValues: schema11.properties.columns.items.properties.identity.enum}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/columns/" + i0,schemaPath:"#/properties/columns/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.indexes !== undefined){
let data15 = data.indexes;
if(Array.isArray(data15)){
if(data15.length > 12){
const err37 = {instancePath:instancePath+"/indexes",schemaPath:"#/properties/indexes/maxItems",keyword:"maxItems",params:{limit: 12}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
const len1 = data15.length;
for(let i1=0; i1<len1; i1++){
let data16 = data15[i1];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.columns === undefined){
const err38 = {instancePath:instancePath+"/indexes/" + i1,schemaPath:"#/properties/indexes/items/required",keyword:"required",params:{missingProperty: "columns"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
for(const key3 in data16){
if(!(((key3 === "columns") || (key3 === "unique")) || (key3 === "where"))){
const err39 = {instancePath:instancePath+"/indexes/" + i1,schemaPath:"#/properties/indexes/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data16.columns !== undefined){
let data17 = data16.columns;
if(Array.isArray(data17)){
if(data17.length > 50){
const err40 = {instancePath:instancePath+"/indexes/" + i1+"/columns",schemaPath:"#/properties/indexes/items/properties/columns/maxItems",keyword:"maxItems",params:{limit: 50}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data17.length < 1){
const err41 = {instancePath:instancePath+"/indexes/" + i1+"/columns",schemaPath:"#/properties/indexes/items/properties/columns/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
const len2 = data17.length;
for(let i2=0; i2<len2; i2++){
let data18 = data17[i2];
if(typeof data18 === "string"){
if(!pattern0.test(data18)){
const err42 = {instancePath:instancePath+"/indexes/" + i1+"/columns/" + i2,schemaPath:"#/properties/indexes/items/properties/columns/items/pattern",keyword:"pattern",params:{pattern: "^[a-z_][a-z0-9_]{0,62}$"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/indexes/" + i1+"/columns/" + i2,schemaPath:"#/properties/indexes/items/properties/columns/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/indexes/" + i1+"/columns",schemaPath:"#/properties/indexes/items/properties/columns/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data16.unique !== undefined){
let data19 = data16.unique;
if(typeof data19 !== "boolean"){
const err45 = {instancePath:instancePath+"/indexes/" + i1+"/unique",schemaPath:"#/properties/indexes/items/properties/unique/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(!((data19 === true) || (data19 === false))){
const err46 = {instancePath:instancePath+"/indexes/" + i1+"/unique",schemaPath:"#/properties/indexes/items/properties/unique/enum",keyword:"enum",params:{allowedValues: schema11.properties.indexes.items.properties.unique.enum}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data16.where !== undefined){
let data20 = data16.where;
if(typeof data20 === "string"){
if(!pattern2.test(data20)){
const err47 = {instancePath:instancePath+"/indexes/" + i1+"/where",schemaPath:"#/properties/indexes/items/properties/where/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/indexes/" + i1+"/where",schemaPath:"#/properties/indexes/items/properties/where/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/indexes/" + i1,schemaPath:"#/properties/indexes/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath:instancePath+"/indexes",schemaPath:"#/properties/indexes/type",keyword:"type",params:{type: "array"}};
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
else {
const err51 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

