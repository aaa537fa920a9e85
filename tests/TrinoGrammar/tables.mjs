// Tables over a trail's logs as people have made them: AWS's own statements, and what others make of them. In Hive's language.
const serde = `ROW FORMAT SERDE 'com.amazon.emr.hive.serde.CloudTrailSerde'
STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat'
OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
LOCATION 's3://amzn-s3-demo-bucket/AWSLogs/'`;

const issuer = 'struct<type:string,principalId:string,arn:string,accountId:string,userName:string>';
const identity = `struct<type:string,principalId:string,arn:string,accountId:string,invokedBy:string,accessKeyId:string,userName:string,
  onBehalfOf:struct<userId:string,identityStoreArn:string>,sessionContext:struct<attributes:struct<mfaAuthenticated:string,creationDate:string>,
  sessionIssuer:${issuer},ec2RoleDelivery:string,webIdFederationData:struct<federatedProvider:string,attributes:map<string,string>>>>`;

const documented = `eventversion string, useridentity ${identity}, eventtime string, eventsource string, eventname string, awsregion string,
  sourceipaddress string, useragent string, errorcode string, errormessage string, requestparameters string, responseelements string,
  additionaleventdata string, requestid string, eventid string, readonly string,
  resources array<struct<arn:string,accountId:string,type:string>>, eventtype string, apiversion string, recipientaccountid string,
  serviceeventdetails string, sharedeventid string, vpcendpointid string, eventcategory string,
  tlsdetails struct<tlsVersion:string,cipherSuite:string,clientProvidedHostHeader:string>`;

const old = `eventversion string, useridentity struct<type:string,principalid:string,arn:string,accountid:string,invokedby:string,accesskeyid:string,
  userName:string,sessioncontext:struct<attributes:struct<mfaauthenticated:string,creationdate:string>,sessionissuer:${issuer}>>,
  eventtime string, eventsource string, eventname string, awsregion string, sourceipaddress string, useragent string, errorcode string,
  errormessage string, requestparameters string, responseelements string, additionaleventdata string, requestid string, eventid string,
  resources array<struct<arn:string,accountid:string,type:string>>, eventtype string, apiversion string, readonly string,
  recipientaccountid string, serviceeventdetails string, sharedeventid string, vpcendpointid string`;

export const statements = [
  `CREATE EXTERNAL TABLE audit.projected (${documented}) PARTITIONED BY (\`timestamp\` string) ${serde}
TBLPROPERTIES ('projection.enabled'='true', 'projection.timestamp.format'='yyyy/MM/dd', 'projection.timestamp.interval'='1',
  'projection.timestamp.interval.unit'='DAYS', 'projection.timestamp.range'='2020/01/01,NOW', 'projection.timestamp.type'='date',
  'storage.location.template'='s3://amzn-s3-demo-bucket/AWSLogs/111122223333/CloudTrail/us-east-1/\${timestamp}')`,
  `CREATE EXTERNAL TABLE audit.manual (${old}) PARTITIONED BY (region string, year string, month string, day string) ${serde}`,
  `CREATE EXTERNAL TABLE audit.organization (${documented}, managementevent boolean)
PARTITIONED BY (account string, region string, \`date\` string) ${serde}`,
  `CREATE EXTERNAL TABLE audit.controltower (${documented}) PARTITIONED BY (account bigint, region string, year int, month int, day int) ${serde}`,
];
