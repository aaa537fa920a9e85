#!/usr/bin/env bash
# DuckDB 1.5.6 (DuckDB.NET.Data.Full 1.5.6.1), .NET 10.
#
# What one would expect: whoever lets read_json find the types and then writes down what it found gets the same table. A time with an
# offset, such as the AWS CLI's EventTime, either keeps it, or is in UTC, or loses it, in one type the same way. And a row is found
# by the text that stands in the file.
#
# What happens: the type is found as TIMESTAMP, and the time is in UTC. Declared as TIMESTAMP the very same text is the clock's time
# without its offset, and so it is in a cast and in a comparison: by the text in the file no row is found. Declared as TIMESTAMPTZ it
# is the instant. With the Z of CloudTrail's own records nothing of it is seen. A later version is to find TIMESTAMPTZ (pull request
# 24171 of duckdb/duckdb).
#
# Seen (for 23:02 at +09:00, which is 14:02 in UTC):
#   found: TIMESTAMP 14:02
#   declared as TIMESTAMP: 23:02
#   declared as TIMESTAMPTZ: 14:02
#   cast to TIMESTAMP: 23:02
#   rows found by the text in the file: 0, by the time in UTC: 1
#
# Needs the .NET 10 SDK. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/Probe.csproj" <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <NuGetAudit>false</NuGetAudit>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="DuckDB.NET.Data.Full" Version="[1.5.6.1]" />
  </ItemGroup>
</Project>
XML

cat > "$work/Program.cs" <<'CSHARP'
using DuckDB.NET.Data;

// As aws cloudtrail lookup-events prints it on a machine in Tokyo.
const string Time = "2026-03-10T23:02:00+09:00";
File.WriteAllText("events.json", $$"""
    {"Events": [{"EventId": "1", "EventName": "StartIncident", "EventTime": "{{Time}}"}]}
    """);

using var connection = new DuckDBConnection("DataSource=:memory:");
connection.Open();
// The stored number as a clock, in which the machine's zone has no say.
const string Clock = "strftime(make_timestamp(epoch_us(event.EventTime)), '%H:%M')";

Show("version", "SELECT version()");
Show("found", $"SELECT typeof(event.EventTime) || ' ' || {Clock} FROM {Events("")}");
Show("declared TIMESTAMP", $"SELECT {Clock} FROM {Events(Declared("TIMESTAMP"))}");
Show("declared TIMESTAMPTZ", $"SELECT {Clock} FROM {Events(Declared("TIMESTAMPTZ"))}");
Show("cast", $"SELECT strftime('{Time}'::TIMESTAMP, '%H:%M')");
Show("by the text", $"SELECT count(*) FROM {Events("")} WHERE event.EventTime = '{Time}'");
Show("by UTC", $"SELECT count(*) FROM {Events("")} WHERE event.EventTime = '2026-03-10T14:02:00'");

static string Events(string how) => $"(SELECT unnest(Events) AS event FROM read_json('events.json'{how}))";

static string Declared(string type) =>
    $", columns = {{'Events': 'STRUCT(EventId VARCHAR, EventName VARCHAR, EventTime {type})[]'}}";

void Show(string what, string query)
{
    using var command = connection.CreateCommand();
    command.CommandText = query;
    Console.WriteLine($"{what}: {command.ExecuteScalar()}");
}
CSHARP

cd "$work"
dotnet build --nologo --verbosity quiet --output "$work/out" > "$work/build.log" || { cat "$work/build.log"; exit 2; }

seen=$(dotnet out/Probe.dll)
printf '%s\n' "$seen"

[ "$seen" = 'version: v1.5.6
found: TIMESTAMP 14:02
declared TIMESTAMP: 23:02
declared TIMESTAMPTZ: 14:02
cast: 23:02
by the text: 0
by UTC: 1' ]
echo 'as described'
