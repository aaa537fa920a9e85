#!/usr/bin/env bash
# DuckDB 1.5.6 (DuckDB.NET.Data.Full 1.5.6.1), .NET 10.
#
# What one would expect: sample_size says how many records read_json looks at to find the fields, and -1 means all of them; where a later
# record holds another field, reading ends with an error that says "Try increasing 'sample_size'". So with -1 that error cannot come. Whether a
# file can be read does not hang on which of its fields is asked for.
#
# What happens: at most 32 files are looked into, also with -1; that is another option, maximum_sample_files, which the error does not name. A
# trail's logs are thousands of files, and an errorCode may come first in any of them. Then the query ends, with -1 as without, or it does
# not: one that asks for some of the fields gives all records, and knows no column errorCode. The last advice, ignore_errors, gives all
# records too, without the field and without a word. (In one long file a field behind the sample is dropped: issue 25826 of duckdb/duckdb.)
#
# Seen (40 logs of a record each, eventName and eventSource, in the 40th an errorCode; SELECT *: its columns and records):
#   as it is, and with sample_size = -1: Invalid Input Error … Try increasing 'sample_size'
#   with sample_size = -1 and a count of eventName: 40
#   with ignore_errors = true: eventName eventSource, 40
#   with sample_size = -1, the errorCode in the 32nd log: eventName eventSource errorCode, 40
#   with maximum_sample_files = 40, or union_by_name = true: eventName eventSource errorCode, 40
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

const string Plain = """{"eventName": "AcceptPage", "eventSource": "ssm-contacts.amazonaws.com"}""";
const string Failed = """{"eventName": "AcceptPage", "eventSource": "ssm-contacts.amazonaws.com", "errorCode": "AccessDenied"}""";
const string All = ", sample_size = -1";

using var connection = new DuckDBConnection("DataSource=:memory:");
connection.Open();
Console.WriteLine($"version: {Rows("SELECT version()")}");

Write(place: 40);
Console.WriteLine($"as it is: {Told("")}");
Console.WriteLine($"all: {Told(All)}");
Console.WriteLine($"all, one column: {Rows($"SELECT count(eventName) FROM {Logs(All)}")}");
Console.WriteLine($"as advised: {Told(All + ", ignore_errors = true")}");
Console.WriteLine($"40 files: {Told(All + ", maximum_sample_files = 40")}");
Console.WriteLine($"by name: {Told(", union_by_name = true")}");
Write(place: 32);
Console.WriteLine($"all, in the 32nd: {Told(All)}");

static void Write(int place)
{
    Directory.CreateDirectory("logs");
    for (var i = 1; i <= 40; i++)
        File.WriteAllText($"logs/{i:00}.json", i == place ? Failed : Plain);
}

static string Logs(string how) => $"read_json('logs/*.json'{how})";

string Told(string how)
{
    try
    {
        return $"{Rows($"SELECT column_name FROM (DESCRIBE SELECT * FROM {Logs(how)})")}, "
            + Rows($"SELECT count(record::VARCHAR) FROM (SELECT * FROM {Logs(how)}) record");
    }
    catch (DuckDBException e)
    {
        return $"{e.Message.Split(':')[0]}, {e.Message[e.Message.IndexOf("Try", StringComparison.Ordinal)..].Split(',')[0]}";
    }
}

string Rows(string query)
{
    using var command = connection.CreateCommand();
    command.CommandText = query;
    using var reader = command.ExecuteReader();
    var rows = new List<string>();
    while (reader.Read())
        rows.Add(reader.GetValue(0).ToString()!);
    return string.Join(' ', rows);
}
CSHARP

cd "$work"
dotnet build --nologo --verbosity quiet --output "$work/out" > "$work/build.log" || { cat "$work/build.log"; exit 2; }

seen=$(dotnet out/Probe.dll)
printf '%s\n' "$seen"

[ "$seen" = "version: v1.5.6
as it is: Invalid Input Error, Try increasing 'sample_size'
all: Invalid Input Error, Try increasing 'sample_size'
all, one column: 40
as advised: eventName eventSource, 40
40 files: eventName eventSource errorCode, 40
by name: eventName eventSource errorCode, 40
all, in the 32nd: eventName eventSource errorCode, 40" ]
echo 'as described'
