#!/usr/bin/env bash
# DuckDB 1.5.6 (DuckDB.NET.Data.Full 1.5.6.1), .NET 10.
#
# What one would expect: that read_json, for which names differ by more than their case (issue 7450 of duckdb/duckdb), refuses keys that
# do not, and says "try ignore_errors=true", is a way to read the file: ignore_errors leaves out what cannot be parsed. The records can
# be, each of them. Where one has "Name" and another "name", both are found under either.
#
# What happens: with ignore_errors = true all records come, and the values under the case that did not come first are NULL, also in a
# record that holds that case alone; to ask for it finds nothing, and no error says so. Which one is kept is decided by the order of the
# records. Only the outermost names of a line of JSON make columns for both, Name and name_1. With the record left as JSON all is there.
#
# Seen (tags of a plan, two records):
#   {"Name": "x"} and {"name": "y"}: Not implemented Error … try ignore_errors=true
#   with it: x, NULL; rows with tags.name = 'x': 1, with tags.name = 'y': 0
#   the other record first: y, NULL; rows with tags.Name = 'x': 0
#   {"Name": "x", "name": "y"} in one: x, and no y
#   as JSON: rows with $.requestParameters.tags.name = 'y': 1
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

const string Upper = """{"Name": "x"}""";
const string Lower = """{"name": "y"}""";
const string Advice = ", ignore_errors = true";

using var connection = new DuckDBConnection("DataSource=:memory:");
connection.Open();

Console.WriteLine($"version: {Answer("SELECT version()")}");
Write(Upper, Lower);
try
{
    Console.WriteLine($"as it is: {Values("")}");
}
catch (DuckDBException e)
{
    var advice = e.Message[e.Message.LastIndexOf("try", StringComparison.Ordinal)..].Split('\n')[0];
    Console.WriteLine($"as it is: {e.Message.Split(':')[0]}, {advice}");
}
Console.WriteLine($"as advised: {Values(Advice)}; {Rows("tags.name = 'x'")}, {Rows("tags.name = 'y'")}");
Write(Lower, Upper);
Console.WriteLine($"the other first: {Values(Advice)}; {Rows("tags.Name = 'x'")}");
Write("""{"Name": "x", "name": "y"}""");
Console.WriteLine($"in one: {Answer($"SELECT record.requestParameters.tags::VARCHAR FROM {Records(Advice)}")}");
Write(Upper, Lower);
Console.WriteLine("as JSON: " + Answer(
    $"SELECT count(*) FROM {Records(", columns = {'Records': 'JSON[]'}")} WHERE record->>'$.requestParameters.tags.name' = 'y'"));

void Write(params string[] tags)
{
    var records = tags.Select(t => $$$"""{"eventName": "TagResource", "requestParameters": {"tags": {{{t}}}}}""");
    File.WriteAllText("log.json", $$"""{"Records": [{{string.Join(", ", records)}}]}""");
}

static string Records(string how) => $"(SELECT unnest(Records) AS record FROM read_json('log.json'{how}))";

object? Values(string how) => Answer($"SELECT string_agg(coalesce(record.requestParameters.tags.name, 'NULL'), ', ') FROM {Records(how)}");

object? Rows(string condition) => Answer($"SELECT count(*) FROM {Records(Advice)} WHERE record.requestParameters.{condition}");

object? Answer(string query)
{
    using var command = connection.CreateCommand();
    command.CommandText = query;
    return command.ExecuteScalar();
}
CSHARP

cd "$work"
dotnet build --nologo --verbosity quiet --output "$work/out" > "$work/build.log" || { cat "$work/build.log"; exit 2; }

seen=$(dotnet out/Probe.dll)
printf '%s\n' "$seen"

[ "$seen" = "version: v1.5.6
as it is: Not implemented Error, try ignore_errors=true
as advised: x, NULL; 1, 0
the other first: y, NULL; 0
in one: {'Name': x}
as JSON: 1" ]
echo 'as described'
