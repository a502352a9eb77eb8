#===- lexer.py - Tokens ----------------------------------------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""Tokens of a program, with their places and what stands around them."""

import re

#!/usr/bin/env python3
# Independent reference interpreter for the slice; used only to cross-check expectations.
import sys, math, re, threading
from decimal import Decimal
KW = set("fun fn let var mut const if else match for in while loop break continue return true false null struct enum impl trait class pub use import as async await try catch throw self super type where mod static".split())
class SynErr(Exception): pass
class RErr(Exception):
    value=None; thrown=False
    def __init__(s,text,p): s.text=text; s.p=p
class Tok:
    __slots__=('k','v','l','c','nl','adj','sp','end','el')
    def __repr__(s): return f'{s.k}:{s.v!r}@{s.l}:{s.c}'
OPS=['<<=','>>=','**=','..=','...','&&','||','??','|>','=>','->','==','!=','<=','>=','<<','>>','**','+=','-=','*=','/=','%=','&=','|=','^=','++','--','..','::','?.',
 '+','-','*','/','%','<','>','=','!','~','&','|','^','(',')','[',']','{','}',',',';',':','.','?','@','#','\\']
def esc(s,i):
    # s[i]=='\\'
    c=s[i+1]
    m={'n':'\n','t':'\t','r':'\r','\\':'\\','"':'"',"'":"'",'0':'\0'}
    if c in m: return m[c],i+2
    if c=='u' and s[i+2]=='{':
        e=s.index('}',i); return chr(int(s[i+3:e],16)),e+1
    if c=='x': return chr(int(s[i+2:i+4],16)),i+4
    return '\\'+c,i+2
def lex(s,line=1,col=1):
    toks=[];i=0;n=len(s);nl=False
    lstart=-(col-1)
    L=[line,lstart]
    def adv(a,b):
        seg=s[a:b]
        k=seg.count('\n')
        if k: L[0]+=k; L[1]=a+seg.rindex('\n')+1
    last=0
    if s.startswith('\ufeff'): i=1
    if s.startswith('#!') and not s.startswith('#!['):
        while i<n and s[i]!='\n': i+=1
    while True:
        # skip ws/comments
        while i<n:
            c=s[i]
            if c in ' \t\r\f': i+=1
            elif c=='\n': nl=True; i+=1; L[0]+=1; L[1]=i
            elif s.startswith('//',i):
                while i<n and s[i]!='\n': i+=1
            elif s.startswith('/*',i):
                d=1;j=i+2
                while d:
                    if j>=n: raise SynErr('unterminated comment')
                    if s.startswith('/*',j): d+=1;j+=2
                    elif s.startswith('*/',j): d-=1;j+=2
                    else: j+=1
                if '\n' in s[i:j]: nl=True
                adv(i,j); i=j
            elif c=='#' and not s.startswith('#[',i) and not s.startswith('#![',i):
                while i<n and s[i]!='\n': i+=1
            else: break
        t=Tok(); t.l=L[0]; t.c=i-L[1]+1; t.nl=nl; t.adj=(i==last and i>0); nl=False
        if i>=n: t.k='eof';t.v='';t.end=i;t.sp=True;toks.append(t);return toks
        c=s[i]; j=i
        if c.isdigit() and c.isascii():
            m=re.compile(r'0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+').match(s,i)
            if m: t.k='int'; t.v=int(m.group().replace('_',''),0); j=m.end()
            else:
                m=re.compile(r'[0-9]+()()' if toks and toks[-1].v=='.' else r'[0-9][0-9_]*(\.[0-9][0-9_]*)?([eE][+-]?[0-9]+)?').match(s,i)
                if (m.group(1) or m.group(2)): t.k='float'; t.v=float(m.group().replace('_',''))
                else: t.k='int'; t.v=int(m.group().replace('_',''))
                j=m.end()
            m=re.compile(r'(i8|i16|i32|i64|i128|isize|u8|u16|u32|u64|u128|usize|f32|f64)\b').match(s,j)
            if m:
                j=m.end()
                if m.group()[0]=='f': t.k='float'; t.v=float(t.v)
        elif re.compile(r'r#*"').match(s,i):
            m=re.compile(r'r(#*)"').match(s,i); e=s.index('"'+m.group(1),m.end()); t.k='str'; t.v=s[m.end():e]; j=e+1+len(m.group(1))
        elif s.startswith('f"',i):
            j=i+2; parts=[]; buf=''
            while s[j]!='"':
                if s[j]=='\\': x,j=esc(s,j); buf+=x
                elif s.startswith('{{',j): buf+='{'; j+=2
                elif s.startswith('}}',j): buf+='}'; j+=2
                elif s[j]=='}': raise SynErr("Unmatched '}'")
                elif s[j]=='{':
                    d=0;k=j+1;colon=None;q=0
                    while True:
                        ch=s[k]
                        if ch=='\\' and s[k+1]=='"' :
                            # escaped quote string
                            k2=k+2
                            while not s.startswith('\\"',k2): k2+=1
                            k=k2+2; continue
                        if ch=='"':
                            k+=1
                            while s[k]!='"': k+= 2 if s[k]=='\\' else 1
                            k+=1; continue
                        if ch=="'":
                            k+=1
                            while s[k]!="'": k+= 2 if s[k]=='\\' else 1
                            k+=1; continue
                        if ch in '([{': d+=1
                        elif ch in ')]': d-=1
                        elif ch=='}':
                            if d==0: break
                            d-=1
                        elif ch=='?' and d==0 and s[k+1]==' ': q+=1
                        elif ch==':' and d==0 and colon is None:
                            if s[k+1]==':': k+=2; continue
                            if q>0: q-=1
                            else: colon=k
                        k+=1
                    if s[j+1:k].strip()=='': buf+=s[j:k+1]
                    else:
                        if buf: parts.append(buf); buf=''
                        code=s[j+1:colon if colon is not None else k]
                        spec=s[colon+1:k] if colon is not None else None
                        ln=L[0]+s.count('\n',i,j+1)
                        cc=(j+1-L[1]+1) if '\n' not in s[i:j+1] else (j+1-s.rindex('\n',0,j+1))
                        parts.append((code.replace('\\"','"'),spec,ln,cc))
                    j=k+1
                else: buf+=s[j]; j+=1
            if buf: parts.append(buf)
            j+=1; t.k='fstr'; t.v=parts
        elif s.startswith('"""',i):
            j=i+3; b=''
            while not s.startswith('"""',j):
                if s[j]=='\\': x,j=esc(s,j); b+=x
                else: b+=s[j]; j+=1
            j+=3; t.k='str'; t.v=b
        elif c=='"':
            j=i+1; b=''
            while s[j]!='"':
                if s[j]=='\\': x,j=esc(s,j); b+=x
                else: b+=s[j]; j+=1
            j+=1; t.k='str'; t.v=b
        elif c=="'":
            m=re.compile(r"'([A-Za-z_]\w*)(?=\s*:\s*(loop|for|while|\{))").match(s,i)
            if m or (toks and toks[-1].v in('break','continue') and re.compile(r"'[A-Za-z_]\w*").match(s,i)):
                m=re.compile(r"'([A-Za-z_]\w*)").match(s,i); t.k='label'; t.v=m.group(1); j=m.end()
            else:
                j=i+1;b=''
                while s[j]!="'":
                    if s[j]=='\\': x,j=esc(s,j); b+=x
                    else: b+=s[j]; j+=1
                j+=1; t.k='str'; t.v=b
        elif c.isalpha() and c.isascii() or c=='_':
            m=re.compile(r'[A-Za-z_][A-Za-z0-9_]*').match(s,i); j=m.end(); t.v=m.group(); t.k='kw' if t.v in KW else 'id'
        else:
            for o in OPS:
                if s.startswith(o,i): t.k='op';t.v=o;j=i+len(o);break
            else: raise SynErr(f'bad char {c!r} at {L[0]}:{i-L[1]+1}')
        t.sp = j>=n or s[j] in ' \t\r\n\f'
        adv(i,j)
        t.end=j; t.el=L[0]; last=j; i=j; toks.append(t)
